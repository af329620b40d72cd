import { textWidth, type Weight } from './times-widths.js';

/** Words that open a part of a name or a title, before which a line breaks well. */
const OPENING_WORDS =
  /^(-|–|và|về|của|tại|theo|sau|trên|tỉnh|thành|huyện|quận|thị|xã|phường|đặc|thuộc|trực|công|đoàn|ban|năm)$/iu;
/** A number stays with the word before it: "phường 10", "năm 2026". */
const STARTS_WITH_DIGIT = /^\d/;
const GOOD_BREAK = -500;
const BAD_BREAK = 4000;

/**
 * Breaks centred text of the head into the fewest lines that fit, about equally long, so that
 * "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG" does not end in a lone "TRƯỜNG". A word wider than the line keeps a line of its own.
 */
export function balancedLines(text: string, points: number, weight: Weight, width: number): string[] {
  const words = text.trim().split(/\s+/);
  const measure = (from: number, to: number) => textWidth(words.slice(from, to).join(' '), points, weight);
  const fits = (from: number, to: number) => to === from + 1 || measure(from, to) <= width;

  /** Cheapest way to set words from `from` on: fewest lines first, then the evenest. */
  type Setting = { lines: number; cost: number; next: number };
  const best: Setting[] = [];
  best[words.length] = { lines: 0, cost: 0, next: words.length };
  for (let from = words.length - 1; from >= 0; from -= 1) {
    for (let to = from + 1; to <= words.length && fits(from, to); to += 1) {
      const rest = best[to];
      if (!rest) continue;
      const cost = rest.cost + measure(from, to) ** 2 + (to < words.length ? breakCost(words, to) : 0);
      const known = best[from];
      const lines = rest.lines + 1;
      if (!known || lines < known.lines || (lines === known.lines && cost < known.cost)) {
        best[from] = { lines, cost, next: to };
      }
    }
  }
  const lines: string[] = [];
  for (let from = 0; from < words.length;) {
    const to = best[from]?.next ?? words.length;
    lines.push(words.slice(from, to).join(' '));
    from = to;
  }
  return lines;
}

function breakCost(words: readonly string[], at: number): number {
  const next = words[at] ?? '';
  if (STARTS_WITH_DIGIT.test(next)) return BAD_BREAK;
  return OPENING_WORDS.test(next) || /[,;]$/.test(words[at - 1] ?? '') ? GOOD_BREAK : 0;
}
