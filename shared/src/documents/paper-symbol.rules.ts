/** Papers with a name of their own and their abbreviations (NĐ 30/2020/NĐ-CP, Phụ lục III). A công văn has none. */
export const PAPER_TYPES = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  BGN: 'Bản ghi nhớ',
  BTT: 'Bản thỏa thuận',
  GUQ: 'Giấy ủy quyền',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
} as const;

export type PaperType = keyof typeof PAPER_TYPES;

/** Number and symbol: 05/TB-SNV is {number: 5, type: 'TB', bodies: ['SNV']}. */
export interface PaperSymbol {
  /** Null leaves the number for the clerk. */
  number: number | null;
  /** Null for a công văn. */
  type: PaperType | null;
  /** Abbreviation of the issuing body, for a công văn followed by the drafting unit: ['SNV', 'CCHC']. */
  bodies: readonly string[];
}

/** What stands where the clerk writes a number. */
const BLANK = '……';

/** "05/TB-SNV", "123/SNV-CCHC"; "……/SNV-CCHC" while the number is blank. */
export function formatPaperSymbol({ number, type, bodies }: PaperSymbol): string {
  const digits = number === null ? BLANK : String(number).padStart(2, '0');
  return `${digits}/${[type, ...bodies].filter((group) => group !== null).join('-')}`;
}

const typeBySpelling = new Map(Object.keys(PAPER_TYPES).map((type) => [type, type as PaperType]));
/** Abbreviations written without their marks or in the wrong case, e.g. "QD" and "TTR", and what they should be. */
const typeByMisspelling = new Map(
  [...typeBySpelling.values()]
    .map((type) => [plain(type), type] as const)
    .filter(([spelling]) => !typeBySpelling.has(spelling)),
);

function plain(group: string): string {
  return group.toLocaleUpperCase('vi').replace(/Đ/g, 'D');
}

/**
 * Reads a number and symbol such as "120/KH-UBND", "563/QĐ-SNV", "12/QĐ-BCĐCCHC" or the công văn "123/SNV-CCHC".
 * Otherwise says in Vietnamese what is wrong with it.
 */
export function readPaperSymbol(text: string): { symbol: PaperSymbol } | { error: string } {
  if (/\s/.test(text)) return { error: 'Số, ký hiệu viết liền, không có dấu cách, ví dụ 05/TB-SNV.' };
  const match = /^(\d+)\/([^/]+)$/.exec(text);
  if (!match) return { error: 'Số và ký hiệu cách nhau bằng một dấu “/”, ví dụ 05/TB-SNV.' };
  const [, digits = '', rest = ''] = match;
  const number = Number(digits);
  if (number === 0 || digits.length > 6) return { error: 'Số của văn bản bắt đầu từ 01.' };
  const written = String(number).padStart(2, '0');
  if (digits !== written) {
    return {
      error:
        number < 10 ? `Số nhỏ hơn 10 ghi thêm một số 0: ${written}/${rest}.` : `Bỏ số 0 ở đầu: ${written}/${rest}.`,
    };
  }
  const groups = rest.normalize('NFC').split('-');
  const [first = '', ...others] = groups;
  if (!groups.every((group) => /^\p{Lu}[\p{L}\d&.]*$/u.test(group))) {
    return { error: 'Ký hiệu gồm các nhóm chữ viết tắt, nối bằng dấu “-”, ví dụ QĐ-SNV.' };
  }
  if (first === 'CV') return { error: `Công văn không ghi “CV” trong ký hiệu, ví dụ ${digits}/SNV-CCHC.` };
  const meant = typeByMisspelling.get(plain(first));
  if (meant && first !== meant) return { error: `Ký hiệu của ${PAPER_TYPES[meant].toLowerCase()} là “${meant}”.` };
  const type = typeBySpelling.get(first) ?? null;
  if (others.length === 0) {
    return {
      error: type
        ? `Thiếu tên viết tắt của cơ quan ban hành, ví dụ ${digits}/${type}-SNV.`
        : `Thiếu loại văn bản hoặc đơn vị soạn thảo, ví dụ ${digits}/QĐ-${first} hoặc ${digits}/${first}-CCHC.`,
    };
  }
  return { symbol: { number, type, bodies: type ? others : groups } };
}

/** True for a complete number and symbol; with `types`, of one of these types only. */
export function isPaperSymbol(value: unknown, types?: readonly PaperType[]): value is string {
  if (typeof value !== 'string') return false;
  const read = readPaperSymbol(value);
  return 'symbol' in read && (!types || (read.symbol.type !== null && types.includes(read.symbol.type)));
}
