/**
 * What signatures seal: when anything printed changes later, the paper has another hash, and every signature under the
 * old one shows as broken.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isRecord } from '../kernel/index.js';
import type { MinutesPaper } from './minutes-paper.js';
import { MINUTES_ROLES, type MinutesRole } from './minutes.js';
import type { MinutesSignature } from './signature.js';

/** The hash that a signature seals. */
export function paperHash(paper: MinutesPaper): string {
  return hashOf(paper);
}

/**
 * Keys in one order: a database gives them back in another than they were written. Letters composed: a device holds a note
 * as it was typed, the server in NFC.
 */
function hashOf(said: unknown): string {
  const json = JSON.stringify(said, (_, value: unknown) => {
    if (typeof value === 'string') return value.normalize('NFC');
    return isRecord(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
  return bytesToHex(sha256(utf8ToBytes(json)));
}

/** What one criterion of the score sheet holds: its answer, its note, its files by their SHA-256. */
export interface SheetLine {
  criterion: string;
  input: unknown;
  note: unknown;
  files: readonly string[];
}

/** The hash of a whole score sheet; the order of lines and of files does not matter. */
export function sheetHash(lines: readonly SheetLine[]): string {
  const said = lines
    .filter(({ input, note, files }) => input !== null || note !== null || files.length > 0)
    .map(({ criterion, input, note, files }) => [criterion, input, note, files.toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(said);
}

/** `valid` also for a refusal: its reason stands under the same paper. */
export type SignatureStanding = 'missing' | 'valid' | 'broken';

/** `sealed` when all three stand under the paper as it is; `broken` when it has changed under one that signed. */
export type SealStanding = 'open' | 'partly' | 'sealed' | 'broken';

export const SEAL_STANDING_TEXT: Record<SealStanding, string> = {
  open: 'Chưa ký',
  partly: 'Chưa đủ chữ ký',
  sealed: 'Đã ký đủ, nội dung nguyên vẹn',
  broken: 'Nội dung đã thay đổi sau khi ký',
};

export interface Seal {
  standing: SealStanding;
  signatures: Record<MinutesRole, SignatureStanding>;
}

export type MinutesSignatures = Partial<Record<MinutesRole, MinutesSignature>>;

/** How signatures stand under the paper of this hash. */
export function sealOf(hash: string, signed: MinutesSignatures): Seal {
  const standingOf = (role: MinutesRole): SignatureStanding => {
    const signature = signed[role];
    if (!signature) return 'missing';
    return signature.paper === hash ? 'valid' : 'broken';
  };
  const signatures = {
    secretary: standingOf('secretary'),
    unit: standingOf('unit'),
    lead: standingOf('lead'),
  };
  const all = MINUTES_ROLES.map((role) => signatures[role]);
  return { standing: standingOfAll(all), signatures };
}

function standingOfAll(all: readonly SignatureStanding[]): SealStanding {
  if (all.includes('broken')) return 'broken';
  if (!all.includes('missing')) return 'sealed';
  return all.includes('valid') ? 'partly' : 'open';
}
