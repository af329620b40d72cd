/**
 * What was recorded of a target in one number: two that are equal stand for the same results. The head who closes sends the
 * one that was on the page, and it is kept with what was closed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isRecord } from '../kernel/index.js';

/** One thing that was recorded: a cell of an answer or one recorded whole, or the files of a criterion. */
export interface ManifestLine {
  /** Key of the criterion; empty for what belongs to the target as a whole. */
  criterion: string;
  /** "input", "note", the name of a whole cell; "evidence" for files. */
  field: string;
  /** Of the cell; 0 for files. */
  rev: number;
  /** What stands in the cell; null for files. */
  value: unknown;
  /** SHA-256 of each file, as hex, in any order. */
  files: readonly string[];
}

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** JSON in one spelling: names in their order, whoever wrote it. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name])]));
}

/** SHA-256, as hex, over the sorted lines, each with the hash of its value in its place; the order of `lines` is no matter. */
export function manifestOf(lines: readonly ManifestLine[]): string {
  const texts = lines.map(({ criterion, field, rev, value, files }) =>
    JSON.stringify([criterion, field, rev, hashOf(JSON.stringify(inOrder(value))), [...files].sort()]),
  );
  return hashOf(texts.sort().join('\n'));
}

/** As people compare it, "3F2A-91BC": the first eight of its digits. */
export function manifestCode(manifest: string): string {
  return `${manifest.slice(0, 4)}-${manifest.slice(4, 8)}`.toUpperCase();
}
