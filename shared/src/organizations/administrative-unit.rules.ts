import { capitalized } from '../kernel/index.js';
import { NAMESAKES } from './namesakes.js';
import { ALWAYS, SINCE_TWO_TIERS, UNTIL_TWO_TIERS, type Validity } from './validity.js';

export const UNIT_LEVELS = ['province', 'district', 'commune'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

export const ADMINISTRATIVE_UNIT_KINDS = [
  'province',
  'municipality',
  'district',
  'urban_district',
  'town',
  'provincial_city',
  'commune',
  'ward',
  'township',
  'special_zone',
] as const;
export type AdministrativeUnitKind = (typeof ADMINISTRATIVE_UNIT_KINDS)[number];

interface KindFacts extends Validity {
  level: UnitLevel;
  /** The common noun before the name, as it stands inside a sentence. */
  word: string;
}

/** What each kind is: its level, its Vietnamese noun and the days on which such units exist. */
export const UNIT_KIND_FACTS: Record<AdministrativeUnitKind, KindFacts> = {
  province: { level: 'province', word: 'tỉnh', ...ALWAYS },
  municipality: { level: 'province', word: 'thành phố', ...ALWAYS },
  district: { level: 'district', word: 'huyện', ...UNTIL_TWO_TIERS },
  urban_district: { level: 'district', word: 'quận', ...UNTIL_TWO_TIERS },
  town: { level: 'district', word: 'thị xã', ...UNTIL_TWO_TIERS },
  provincial_city: { level: 'district', word: 'thành phố', ...UNTIL_TWO_TIERS },
  commune: { level: 'commune', word: 'xã', ...ALWAYS },
  ward: { level: 'commune', word: 'phường', ...ALWAYS },
  township: { level: 'commune', word: 'thị trấn', ...UNTIL_TWO_TIERS },
  special_zone: { level: 'commune', word: 'đặc khu', ...SINCE_TWO_TIERS },
};

/**
 * The common noun of a unit in the letter case of papers: "Phường 5", "Phường Điện Biên Phủ", but "phường Phú Thủy"
 * (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1: capital before a number, a person's name or a historic event).
 */
function nounOf(unit: { kind: AdministrativeUnitKind; name: string }): string {
  const { word } = UNIT_KIND_FACTS[unit.kind];
  return isNamesake(unit.name) ? capitalized(word) : word;
}

function isNamesake(name: string): boolean {
  return /^\d/.test(name) || NAMESAKES.has(name);
}

/** The unit as it stands inside a sentence: "xã An Khánh", "Phường 5", "Thành phố Hồ Chí Minh", "đặc khu Phú Quốc". */
export function unitFullName(unit: { kind: AdministrativeUnitKind; name: string }): string {
  return `${nounOf(unit)} ${unit.name}`;
}

const SECOND_STYLE = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu;
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * One spelling for names out of different lists: NFC, single spaces, the tone mark on the first vowel of an open
 * syllable ("Hoà" → "Hòa", "Thuỷ" → "Thủy", but "Hoàng", "Quý"), numbers without leading zeros ("Phường 05" → "Phường 5"),
 * "NT" in full.
 */
export function tidyUnitName(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SECOND_STYLE, (rhyme) => {
      const [first, second] = [rhyme.charAt(0), rhyme.charAt(1).normalize('NFD')];
      const mark = TONE_MARK.exec(second)?.[0] ?? '';
      return (first + mark).normalize('NFC') + second.replace(TONE_MARK, '').normalize('NFC');
    })
    .replace(/(?<![\p{L}\d])0+(?=\d)/gu, '')
    .replace(/^NT /, 'Nông trường ');
}

/** The kind whose noun a full name begins with, and the bare name: "Thị trấn Cái Tàu Hạ" → township, "Cái Tàu Hạ". */
export function splitUnitName(
  fullName: string,
  level: UnitLevel,
): { kind: AdministrativeUnitKind; name: string } | null {
  const tidy = tidyUnitName(fullName);
  const lower = tidy.toLocaleLowerCase('vi');
  const kind = ADMINISTRATIVE_UNIT_KINDS.find((candidate) => {
    const facts = UNIT_KIND_FACTS[candidate];
    return facts.level === level && lower.startsWith(`${facts.word} `);
  });
  return kind === undefined ? null : { kind, name: tidy.slice(UNIT_KIND_FACTS[kind].word.length + 1) };
}

/**
 * Địa danh of a paper: the unit without its noun, "thành phố Cần Thơ" → "Cần Thơ", but the whole name where it is a number, a
 * person's or an event's: "Phường 5", "Thành phố Hồ Chí Minh" (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).
 */
export function placeNameOf(fullName: string): string {
  for (const level of UNIT_LEVELS) {
    const unit = splitUnitName(fullName, level);
    if (unit) return isNamesake(unit.name) ? unitFullName(unit) : unit.name;
  }
  return fullName;
}
