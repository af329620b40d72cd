/**
 * A version of a set, and the JSON in which sets are imported and kept:
 *
 * ```json
 * {
 *   "format": "bo-tieu-chi/1",
 *   "name": "Bộ tiêu chí cấp xã", "purpose": "index", "audience": ["commune"],
 *   "isSample": false, "note": null, "decimals": 2, "capped": true,
 *   "criteria": [
 *     { "key": "3", "area": "TTHC", "text": "Thủ tục hành chính", "maxPoints": "6" },
 *     { "key": "3.1", "parent": "3", "text": "Tỷ lệ hồ sơ giải quyết đúng hạn", "maxPoints": "6",
 *       "rule": { "kind": "RATIO", "counted": "hồ sơ đúng hạn", "outOf": "hồ sơ đã giải quyết" },
 *       "modifiers": [{ "kind": "FLOOR", "percent": "95" }] }
 *   ]
 * }
 * ```
 *
 * Rows stand in printed order, each under its parent, at most 1,000 of them and four levels deep. `area` and `effect`
 * ("base" unless said, "bonus", "penalty") are stated by rows without a parent and hold for all below. `code` is the number
 * as printed, when it is not the key. Also: `guidance`, `suggestions`. Numbers with a meaning in points or percent
 * are decimal strings. `isSample` (false), `note`, `decimals` (2) and `capped` (true) may be left out. Unknown fields are refused.
 */
import {
  type Violation,
  flag,
  key,
  list,
  object,
  oneOf,
  optional,
  readWith,
  someOf,
  text,
  whole,
  VIOLATIONS_MAX,
  type Reading,
} from '../kernel/index.js';
import { AREA_CODES, type AreaCode } from './areas.js';
import { AUDIENCES, CRITERIA_MAX, DECIMALS, PURPOSES, type Audience, type Purpose } from './criteria.rules.js';
import type { Criterion, Effect } from './criteria.view.js';
import { readModifier, type Modifier } from './modifiers.js';
import { points } from './rule-kind.js';
import { readRule, type Rule } from './rules.js';
import { checkVersion } from './version.check.js';

export interface VersionContent {
  name: string;
  purpose: Purpose;
  audience: Audience[];
  /** Not an official text; screens and papers say so. */
  isSample: boolean;
  note: string | null;
  /** The final score never exceeds 100, whatever the bonus. */
  capped: boolean;
  /** In printed order, parents above their parts. */
  criteria: Criterion[];
}

const EFFECTS: readonly Effect[] = ['base', 'bonus', 'penalty'];

interface Row {
  key: string;
  parent: string | null;
  code: string | null;
  text: string;
  area: AreaCode | null;
  effect: Effect | null;
  guidance: string | null;
  suggestions: string[];
  maxPoints: string | null;
  rule: Rule | null;
  modifiers: Modifier[];
}

const readRow = object<Row>({
  key,
  parent: optional(key, null),
  code: optional(text({ max: 20 }), null),
  text: text({ max: 1000 }),
  area: optional(oneOf(AREA_CODES), null),
  effect: optional(oneOf(EFFECTS), null),
  guidance: optional(text({ max: 2000, multiline: true }), null),
  suggestions: optional(list(text({ max: 500 }), { max: 20 }), []),
  maxPoints: optional(points, null),
  rule: optional(readRule, null),
  modifiers: optional(list(readModifier, { max: 20 }), []),
});

const readFile = object({
  format: oneOf(['bo-tieu-chi/1']),
  name: text({ max: 200 }),
  purpose: oneOf(PURPOSES),
  audience: someOf(AUDIENCES),
  isSample: optional(flag, false),
  note: optional(text({ max: 1000, multiline: true }), null),
  decimals: optional(whole(0, 6), DECIMALS),
  capped: optional(flag, true),
  criteria: list(readRow, { min: 1, max: CRITERIA_MAX }),
});

/** Reads a set from JSON: the version, or what is wrong with its form, or else with its sense. Never throws. */
export function readVersion(json: unknown): Reading<VersionContent> {
  const { value, violations } = readWith(readFile, json);
  if (!value) return { value: null, violations };
  const { format: _, decimals, criteria: rows, ...head } = value;
  const misplaced = rows.flatMap(checkPlacement);
  const content = { ...head, criteria: placed(rows, decimals) };
  const wrong = [...misplaced, ...checkVersion(content)];
  return wrong.length > 0
    ? { value: null, violations: wrong.slice(0, VIOLATIONS_MAX) }
    : { value: content, violations: [] };
}

function checkPlacement({ parent, area, effect }: Row, index: number): Violation[] {
  const path = `criteria.${index}`;
  if (parent === null) {
    return area === null ? [{ path: `${path}.area`, code: 'area.missing', message: 'Cần lĩnh vực.' }] : [];
  }
  const message = 'Chỉ ghi ở mục cao nhất; các mục bên dưới theo mục đó.';
  return [
    ...(area === null ? [] : [{ path: `${path}.area`, code: 'area.below', message }]),
    ...(effect === null ? [] : [{ path: `${path}.effect`, code: 'effect.below', message }]),
  ];
}

function placed(rows: readonly Row[], decimals: number): Criterion[] {
  const above = new Map<string, Criterion>();
  return rows.map(({ parent: parentKey, ...row }, position) => {
    const parent = parentKey === null ? undefined : above.get(parentKey);
    const criterion: Criterion = {
      ...row,
      parentKey,
      position,
      decimals,
      code: row.code ?? row.key,
      area: parent?.area ?? row.area ?? 'KHAC',
      effect: parent?.effect ?? row.effect ?? 'base',
    };
    above.set(row.key, criterion);
    return criterion;
  });
}
