import { checkSameSet, readVersion, type CriteriaSetView, type VersionContent } from '@kiemtra/shared/criteria';
import type { Violation } from '@kiemtra/shared/kernel';
import { lineOfFault } from './json-fault.js';

/** The text of a file as far as it could be read. */
export type ReadFile =
  | { state: 'empty' }
  | { state: 'faulty'; json: unknown; faults: Violation[] }
  | { state: 'ready'; json: unknown; version: VersionContent };

/** Reads the text as the server will; `set` is the one that gets a further version. */
export function readFileText(text: string, set: CriteriaSetView | undefined): ReadFile {
  if (text.trim() === '') return { state: 'empty' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'faulty', json: null, faults: [syntaxFault(text)] };
  }
  const { value, violations } = readVersion(json);
  const faults = value && set ? checkSameSet(set, value) : violations;
  return value && faults.length === 0 ? { state: 'ready', json, version: value } : { state: 'faulty', json, faults };
}

function syntaxFault(text: string): Violation {
  const message = `Không đọc được JSON ở dòng ${lineOfFault(text)}. Đề nghị xem lại dấu phẩy, dấu ngoặc, dấu nháy ở đó.`;
  return { path: '', code: 'json.syntax', message };
}

/** Which criterion a fault lies in, by its key; null when it lies elsewhere. */
export function criterionOfFault(path: string, json: unknown): string | null {
  const index = /^criteria\.(\d+)/.exec(path)?.[1];
  if (index === undefined) return null;
  const key = (json as { criteria?: { key?: unknown }[] } | null)?.criteria?.[Number(index)]?.key;
  return typeof key === 'string' && key !== '' ? `Tiêu chí ${key}` : `Dòng thứ ${Number(index) + 1}`;
}
