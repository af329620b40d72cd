/**
 * The draw of a sample, so that anybody can repeat it: the list is put in the order of its codes, a generator is seeded
 * with the words of the seed, and as many places as are wanted are drawn without putting back. Nothing else goes in, no
 * clock and no other randomness, so the same list, seed and size give the same sample on every machine for ever. A change
 * of any part is a new name here; samples keep the name they were drawn under.
 *
 * `fisher-yates/sfc32-1`: SHA-256 of the seed in UTF-8, of which the first 16 bytes, as four little-endian 32-bit words,
 * are the state a, b, c, counter of sfc32 (Chris Doty-Humphrey's PractRand); 15 outputs are thrown away. Place i is drawn
 * from i … n−1: outputs at or above the largest multiple of (n−i) within 2³² are thrown away, so that no place is favoured.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ListedDossier } from './dossier.rules.js';

export const DRAW_ALGORITHM = 'fisher-yates/sfc32-1';

/** A generator of whole numbers from 0 to 2³² − 1. */
function sfc32(seed: string): () => number {
  const view = new DataView(sha256(utf8ToBytes(seed)).buffer);
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as [number, number, number, number];
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let thrown = 0; thrown < 15; thrown += 1) next();
  return next;
}

/** From 0 to `bound` − 1, none favoured. */
function below(bound: number, next: () => number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  let output = next();
  while (output >= limit) output = next();
  return output % bound;
}

/**
 * `size` distinct places out of 0 … `length` − 1, in the order in which they were drawn (the first steps of a Fisher–Yates
 * shuffle); all of them when the list is no longer than that.
 */
export function drawPlaces(length: number, size: number, seed: string): number[] {
  const next = sfc32(seed);
  const moved = new Map<number, number>();
  return Array.from({ length: Math.min(size, length) }, (_, place) => {
    const chosen = place + below(length - place, next);
    const drawn = moved.get(chosen) ?? chosen;
    moved.set(chosen, moved.get(place) ?? place);
    return drawn;
  });
}

/** The list in the one order from which it is drawn: by code, character by character. Codes are distinct. */
function inOrder(list: readonly ListedDossier[]): ListedDossier[] {
  return [...list].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** What shows that a sample was drawn from this very list: SHA-256 over its rows in the order of their codes. */
export function listDigest(list: readonly ListedDossier[]): string {
  const rows = inOrder(list).map(({ code, procedure, received, due, returned }) =>
    JSON.stringify([code, procedure, received, due, returned]),
  );
  return bytesToHex(sha256(utf8ToBytes(rows.join('\n'))));
}

/** The fair sample of a list, in the order of the draw. */
export function drawSample(list: readonly ListedDossier[], size: number, seed: string): ListedDossier[] {
  const ordered = inOrder(list);
  return drawPlaces(ordered.length, size, seed).flatMap((place) => ordered[place] ?? []);
}
