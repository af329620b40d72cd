import { foldText } from '@kiemtra/shared/kernel';

/** The typed words as search sees them; null when nothing was typed. Every word must begin a word of the found text. */
export function searchWords(typed: string | null | undefined): string[] | null {
  const words = foldText(typed ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return words.length > 0 ? words : null;
}

/** SQL condition: each of the words (a text[] parameter, or null for all rows) begins a word of the column. */
export function matchesWords(column: string, parameter: string): string {
  return `(${parameter}::text[] is null or not exists (
    select from unnest(${parameter}::text[]) word where strpos(' ' || ${column}, ' ' || word) = 0))`;
}

/** SQL order: Vietnamese alphabet, numbers by value ("Phường 5" before "Phường 10"). */
export function inVietnameseOrder(column: string): string {
  return String.raw`regexp_replace(regexp_replace(${column}, '(\d+)', '0000\1', 'g'), '0*(\d{4})', '\1', 'g') collate "vi-x-icu"`;
}
