import { isStorableText } from '../kernel/index.js';

/** Anything JSON can say. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

const DEPTH_MAX = 8;

/**
 * The value with all text in NFC, or undefined when it cannot be stored and printed: control characters, lone
 * surrogates, nesting beyond 8 levels (which would also exhaust the stack of whoever walks it later).
 */
export function storableJson(value: unknown, depth = 0): Json | undefined {
  if (value === null || typeof value === 'boolean') return value;
  // JSON has no minus zero; the sum has none either.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (typeof value === 'string') return isStorableText(value) ? value.normalize('NFC') : undefined;
  if (typeof value !== 'object' || depth === DEPTH_MAX) return undefined;
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const clean = storableJson(item, depth + 1);
      if (clean === undefined) return undefined;
      items.push(clean);
    }
    return items;
  }
  const result: JsonObject = {};
  for (const [name, item] of Object.entries(value)) {
    const clean = name === '__proto__' || !isStorableText(name) ? undefined : storableJson(item, depth + 1);
    if (clean === undefined) return undefined;
    result[name] = clean;
  }
  return result;
}

/** About how many characters the value takes as JSON, escapes apart: cheap enough to ask of everything. */
export function characters(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 25;
  let total = 2;
  for (const [name, item] of Object.entries(value)) total += name.length + 4 + characters(item);
  return total;
}
