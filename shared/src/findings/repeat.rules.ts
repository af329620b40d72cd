/**
 * Which shortcomings look like one of an earlier inspection of the same unit. The program only points at them: whether a
 * shortcoming repeats another is said by the team.
 */
import { foldText } from '../kernel/index.js';

/** Earlier findings that may be named as repeated by one finding. */
export const REPEATS_MAX = 20;

/** What is compared of a shortcoming. */
export interface Comparable {
  text: string;
  /** The set of criteria and the criterion in it; null where none is named. Keys mean something within their set only. */
  criterion: { setId: string; key: string } | null;
}

/** By what an earlier shortcoming was recognised: it comes from the same criterion, or says much the same. */
export type Likeness = 'criterion' | 'text';

export const LIKENESS_LABELS: Record<Likeness, string> = {
  criterion: 'Cùng tiêu chí',
  text: 'Nội dung gần giống',
};

/** Texts are alike when the shorter one shares so much of what it says with the other. */
const ALIKE = 0.45;

/** What stands in shortcomings of every kind and tells none from another. */
const COMMON =
  /(?<![\p{L}\p{N}])(?:thủ tục hành chính|cải cách hành chính|tthc|cchc|công tác|một số|đơn vị|theo quy định|đầy đủ|kịp thời|thường xuyên|bảo đảm|đảm bảo|việc|còn|chưa|các|của|tại|và|cho|trong|được|nhiều)(?![\p{L}\p{N}])/gu;

/** How an earlier shortcoming of the same unit resembles this one; null when it does not. */
export function likeness(finding: Comparable, earlier: Comparable): Likeness | null {
  const [own, other] = [finding.criterion, earlier.criterion];
  if (own && other && own.setId === other.setId && own.key === other.key) return 'criterion';
  return share(finding.text, earlier.text) >= ALIKE ? 'text' : null;
}

/** How much of what the shorter text says stands in the other: syllables and their neighbours, without tone marks. */
function share(one: string, other: string): number {
  const [a, b] = [sayingsOf(one), sayingsOf(other)];
  const common = [...a].filter((saying) => b.has(saying)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

function sayingsOf(text: string): Set<string> {
  const lower = text.normalize('NFC').toLocaleLowerCase('vi');
  const syllables = foldText(lower.replace(COMMON, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    syllables.flatMap((syllable, index) => {
      const next = syllables[index + 1];
      return next === undefined ? [syllable] : [syllable, `${syllable} ${next}`];
    }),
  );
}
