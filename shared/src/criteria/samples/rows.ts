/** Rows of a sample in the import format; the parent of "3.1.1" is "3.1". */
interface Row {
  key: string;
  parent?: string;
  text: string;
  [field: string]: unknown;
}

export function area(key: string, code: string, text: string, maxPoints: string): Row {
  return { key, area: code, text, maxPoints };
}

export function group(key: string, text: string, maxPoints: string): Row {
  return { key, parent: parentOf(key), text, maxPoints };
}

export function scored(key: string, text: string, maxPoints: string, rule: object, ...modifiers: object[]): Row {
  return { key, parent: parentOf(key), text, maxPoints, rule, modifiers };
}

function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.'));
}

export const yesNo = { kind: 'YESNO' };
export const ratio = (counted: string, outOf: string) => ({ kind: 'RATIO', counted, outOf });
export const target = (percent: string, counted: string, outOf: string) => ({
  kind: 'TARGET',
  counted,
  outOf,
  target: percent,
});

/** Items that each bring the same points, or their own when written as [text, points]. */
export function additive(points: string, ...items: (string | [string, string])[]): object {
  return {
    kind: 'ADDITIVE',
    items: items.map((item, index) => {
      const [text, own] = typeof item === 'string' ? [item, points] : item;
      return { key: String(index + 1), text, points: own };
    }),
  };
}

export function deduct(...faults: [key: string, text: string, points: string][]): object {
  return { kind: 'DEDUCT', faults: faults.map(([key, text, points]) => ({ key, text, points })) };
}

export const floor = (percent: string) => ({ kind: 'FLOOR', percent });
export const fullWhenNone = { kind: 'ZERO_DENOMINATOR', policy: 'full' };
export const mayNotApply = { kind: 'NOT_APPLICABLE', policy: 'excluded' };
export const veto = (key: string, text: string) => ({ kind: 'VETO', key, text });
