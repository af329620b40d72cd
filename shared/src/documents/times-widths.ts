/**
 * Advance widths of Times New Roman (Liberation Serif and Tinos have the same) in 1/2048 of the type size, so that the
 * lengths the decree ties to a text ("as long as the text", "1/3 to 1/2 of it") are exact without a font at hand.
 */
const UNITS_PER_EM = 2048;
const MILLIMETRES_PER_POINT = 25.4 / 72;

/** Characters by width. A letter with tone marks is as wide as the letter without them; Đ, Ơ and Ư are letters. */
const CHARACTERS = {
  regular: {
    369: "'",
    410: '|',
    512: ' ,.\u00a0',
    569: '/:;\\ijlt',
    682: '!()-I[]`fr‘’',
    797: 'Js',
    836: '"',
    909: '?acez“”',
    961: '^',
    983: '{}',
    1024: '#$*0123456789_bdghknopquvxyđ–§',
    1083: 'ơ',
    1108: '~',
    1110: 'ư',
    1124: '≤≥',
    1139: 'FPS',
    1155: '+<=>×',
    1251: 'ELTZ',
    1366: 'BCR',
    1479: 'ADGHKNOQUVXYwĐƠ',
    1589: 'Ư',
    1593: '&m',
    1706: '%',
    1821: 'M',
    1886: '@',
    1933: 'W',
    2048: '—…',
  },
  bold: {
    451: '|',
    512: ' ,.\u00a0',
    569: "'/\\il",
    682: '!()-:;[]`fjt‘’',
    797: 'Is',
    807: '{}',
    909: 'cerz',
    1024: '#$*0123456789?J_agovxy–“”§',
    1065: '~',
    1124: '≤≥',
    1134: 'ơ',
    1137: '"',
    1139: 'Sbdhknpquđ',
    1167: '+<=>×',
    1190: '^',
    1229: 'ư',
    1251: 'FP',
    1366: 'BELTZ',
    1479: 'ACDNRUVXYwĐ',
    1593: 'GHKOQƠ',
    1630: 'Ư',
    1706: '&m',
    1905: '@',
    1933: 'M',
    2048: '%W—…',
  },
} as const;

export type Weight = keyof typeof CHARACTERS;

function tableOf(weight: Weight): Map<string, number> {
  return new Map(
    Object.entries(CHARACTERS[weight]).flatMap(([width, characters]) =>
      Array.from(characters, (character) => [character, Number(width)] as const),
    ),
  );
}

const tables: Record<Weight, Map<string, number>> = { regular: tableOf('regular'), bold: tableOf('bold') };
/** Marks above and below a letter; the horn of ơ and ư (U+031B) is part of the letter. */
const NARROW_MARKS = /[\u0300-\u031a\u031c-\u036f]/g;
/** Width taken for a character outside the table: that of a digit. */
const UNKNOWN = 1024;

/** Width of a text in millimetres, upright, set in Times New Roman at `points`. */
export function textWidth(text: string, points: number, weight: Weight): number {
  const table = tables[weight];
  let units = 0;
  for (const character of text.normalize('NFC')) units += table.get(character) ?? learnt(character, table);
  return (units / UNITS_PER_EM) * points * MILLIMETRES_PER_POINT;
}

/** Width of a letter with tone marks, kept in the table for the next time. */
function learnt(character: string, table: Map<string, number>): number {
  const letter = character.normalize('NFD').replace(NARROW_MARKS, '').normalize('NFC');
  const width = letter === '' ? 0 : (table.get(letter) ?? UNKNOWN);
  if (letter !== character) table.set(character, width);
  return width;
}
