import { compareDecimals, sumDecimals, type Violation } from '../kernel/index.js';
import type { Criterion } from './criteria.view.js';
import { DEPTH_MAX } from './criteria.rules.js';
import { modifiersOf, type ModifierCode } from './modifiers.js';
import { ruleKind, type Rule } from './rules.js';
import type { Complain } from './rule-kind.js';
import type { VersionContent } from './version.js';

/** Everything wrong with a version as a whole and with each of its rules; paths are like "criteria.12.rule.levels". */
export function checkVersion({ purpose, criteria }: Pick<VersionContent, 'purpose' | 'criteria'>): Violation[] {
  const violations: Violation[] = [];
  const complainAt =
    (index: number): Complain =>
    (path, code, message) =>
      violations.push({ path: `criteria.${index}.${path}`, code, message });
  const parts = partsOf(criteria);
  checkNames(criteria, complainAt);
  checkOrder(criteria, complainAt);
  checkEffects(criteria, complainAt);
  for (const [index, criterion] of criteria.entries()) {
    const complain = complainAt(index);
    const own = parts.get(criterion.key);
    if (own) checkWhole(criterion, own, complain);
    else checkScored(criterion, purpose === 'index', complain);
    checkPrecision(criterion, complain);
  }
  return violations;
}

function partsOf(criteria: readonly Criterion[]): Map<string, Criterion[]> {
  const parts = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    if (criterion.parentKey === null) continue;
    const siblings = parts.get(criterion.parentKey);
    if (siblings) siblings.push(criterion);
    else parts.set(criterion.parentKey, [criterion]);
  }
  return parts;
}

type At = (index: number) => Complain;

function checkNames(criteria: readonly Criterion[], at: At): void {
  const keys = new Set<string>();
  const codes = new Set<string>();
  for (const [index, { key, code }] of criteria.entries()) {
    if (keys.has(key)) at(index)('key', 'key.repeated', `Mã “${key}” bị lặp.`);
    if (codes.has(code)) at(index)('code', 'code.repeated', `Số thứ tự “${code}” bị lặp.`);
    keys.add(key);
    codes.add(code);
  }
}

/** In printed order every row stands under its parent, so parents exist, nothing goes in circles and depth is seen. */
function checkOrder(criteria: readonly Criterion[], at: At): void {
  const keys = new Set(criteria.map((criterion) => criterion.key));
  let line: string[] = [];
  for (const [index, { key, parentKey }] of criteria.entries()) {
    const depth = parentKey === null ? 0 : line.indexOf(parentKey) + 1;
    if (parentKey !== null && depth === 0) {
      const known = keys.has(parentKey);
      const message = known ? 'Dòng này phải đứng dưới mục cha của nó.' : `Không có mục cha “${parentKey}”.`;
      at(index)('parent', known ? 'parent.order' : 'parent.unknown', message);
    }
    if (depth >= DEPTH_MAX) at(index)('parent', 'parent.depth', `Nhiều nhất ${DEPTH_MAX} cấp.`);
    line = [...line.slice(0, depth), key];
  }
}

/** Bonus and penalty have one row each at the top, whose maximum is the cap of the year. */
function checkEffects(criteria: readonly Criterion[], at: At): void {
  const seen = new Set<string>();
  for (const [index, { effect, parentKey }] of criteria.entries()) {
    if (effect === 'base' || parentKey !== null) continue;
    if (seen.has(effect))
      at(index)('effect', 'effect.repeated', 'Mỗi bộ chỉ có một mục điểm cộng và một mục điểm trừ.');
    seen.add(effect);
  }
}

function checkWhole(criterion: Criterion, parts: readonly Criterion[], complain: Complain): void {
  if (criterion.rule) complain('rule', 'rule.on-whole', 'Mục có tiêu chí thành phần thì không có cách chấm riêng.');
  if (criterion.modifiers.length > 0) {
    complain('modifiers', 'modifiers.on-whole', 'Mục có tiêu chí thành phần thì không có quy định riêng.');
  }
  if (criterion.effect !== 'base') {
    if (criterion.maxPoints === null) complain('maxPoints', 'max.missing', 'Cần mức tối đa trong năm.');
    return;
  }
  const maxima = parts.flatMap((part) => part.maxPoints ?? []);
  if (maxima.length === 0 && criterion.maxPoints === null) return;
  if (maxima.length < parts.length) {
    complain('maxPoints', 'max.mixed', 'Các tiêu chí thành phần phải cùng có điểm hoặc cùng không có điểm.');
  } else if (criterion.maxPoints === null || compareDecimals(sumDecimals(maxima), criterion.maxPoints) !== 0) {
    const sum = sumDecimals(maxima).replace('.', ',');
    complain('maxPoints', 'max.sum', `Điểm tối đa phải bằng tổng các tiêu chí thành phần (${sum}).`);
  }
}

function checkScored(criterion: Criterion, pointed: boolean, complain: Complain): void {
  const { rule, maxPoints } = criterion;
  if (!rule) {
    complain('rule', 'rule.missing', 'Cần cách chấm điểm.');
    return;
  }
  const kind = ruleKind(rule.kind);
  if (maxPoints === null && (pointed || criterion.effect !== 'base' || !kind.checklist)) {
    complain('maxPoints', 'max.missing', 'Cần điểm tối đa.');
  }
  kind.check?.(rule, maxPoints ?? '1', (path, code, message) => complain(`rule.${path}`, code, message));
  checkModifiers(criterion, rule, complain);
}

function checkModifiers({ modifiers, maxPoints }: Criterion, rule: Rule, complain: Complain): void {
  const kind = ruleKind(rule.kind);
  const fits: Record<ModifierCode, boolean> = {
    VETO: true,
    ZERO_DENOMINATOR: kind.empty !== undefined,
    NOT_APPLICABLE: true,
    CAP: true,
    FLOOR: kind.rates === true,
  };
  const seen = new Set<string>();
  for (const [index, modifier] of modifiers.entries()) {
    const path = `modifiers.${index}`;
    if (!fits[modifier.kind]) complain(path, 'modifier.unfit', 'Quy định này không dùng được với cách chấm đã chọn.');
    const name = modifier.kind === 'VETO' ? `VETO ${modifier.key}` : modifier.kind;
    if (seen.has(name)) complain(path, 'modifier.repeated', 'Quy định này bị lặp.');
    seen.add(name);
  }
  for (const cap of modifiersOf(modifiers, 'CAP')) {
    if (maxPoints !== null && compareDecimals(cap.points, maxPoints) <= 0) continue;
    complain('modifiers', 'points.over-max', 'Mức khống chế vượt điểm tối đa của tiêu chí.');
  }
}

function checkPrecision({ maxPoints, decimals }: Criterion, complain: Complain): void {
  if (maxPoints === null) return;
  if (compareDecimals(maxPoints, '0') <= 0) complain('maxPoints', 'max.zero', 'Điểm tối đa phải lớn hơn 0.');
  if ((maxPoints.split('.')[1]?.length ?? 0) > decimals) {
    complain('maxPoints', 'max.precision', `Điểm tối đa có nhiều nhất ${decimals} chữ số thập phân.`);
  }
}

/** What a further version may not change: whoever reads the set's name on an old paper must find the same set under it. */
export function checkSameSet(
  set: Pick<VersionContent, 'name' | 'purpose' | 'isSample'>,
  version: Pick<VersionContent, 'name' | 'purpose' | 'isSample'>,
): Violation[] {
  const fields = ['name', 'purpose', 'isSample'] as const;
  const message = `Phải giữ như các phiên bản trước của “${set.name}”; nếu khác, đề nghị nhập thành bộ mới.`;
  return fields
    .filter((path) => set[path] !== version[path])
    .map((path) => ({ path, code: 'version.other-set', message }));
}
