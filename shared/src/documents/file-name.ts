import { foldText } from '../kernel/index.js';

/** As what a paper leaves the product: to be worked on, or as it prints. */
export const PAPER_FORMATS = { docx: 'Word', pdf: 'PDF' } as const;
export type PaperFormat = keyof typeof PAPER_FORMATS;

/** Longest part of a file name; what is longer is cut at a word. */
const PART_MAX = 60;

/**
 * The name of a file that leaves the product: what it is, of what, of when, in letters that every system and every
 * mail passes on ("ket-qua-kiem-tra_phuong-5_2022.xlsx"). Parts that are not known are left out.
 */
export function exportFileName(parts: readonly (string | number | null)[], extension: 'xlsx' | PaperFormat): string {
  return `${parts.map(safePart).filter(Boolean).join('_')}.${extension}`;
}

/** A unit as a file name tells it: the People's Committee by its unit alone. */
export function unitInFileName(name: string): string {
  return name.replace(/^(UBND|Ủy ban nhân dân)\s+/iu, '');
}

function safePart(part: string | number | null): string {
  const words = foldText(String(part ?? ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words.length <= PART_MAX
    ? words
    : words
        .slice(0, PART_MAX + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, PART_MAX);
}
