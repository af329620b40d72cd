import { textWidth, type Weight } from './times-widths.js';

/** Words that open a part of a name or a title, before which a line breaks well. */
const OPENING_WORDS = /^(-|–|và|về|của|tại|theo|sau|trên|tỉnh|huyện|quận|xã|phường|thuộc|năm)$/iu;
/** Two-syllable words that stand in names of bodies and titles of papers: Vietnamese writes the syllables apart. */
const COMPOUNDS = new Set(
  `ban chỉ|ban hành|bảo hiểm|báo cáo|cải cách|chỉ đạo|chỉ số|chính quyền|công nghệ|công nghiệp|công tác|công thương|
  công vụ|cơ quan|cơ sở|dân tộc|du lịch|đào tạo|đặc khu|đầu tư|địa bàn|điều hành|đơn vị|giao thông|giáo dục|hạn chế|
  hành chính|hội đồng|kế hoạch|kết luận|kết quả|khắc phục|khoa học|khu vực|kiểm tra|kinh tế|kỷ cương|kỷ luật|lao động|
  môi trường|ngoại vụ|nhà nước|nhân dân|nội vụ|nông nghiệp|nông thôn|phục vụ|quản lý|tài chính|thành lập|thành phố|
  thể chế|thể thao|thị trấn|thị xã|thông báo|thông tin|thủ tục|thực hiện|thương binh|tôn giáo|tồn tại|trực thuộc|
  trung tâm|truyền thông|tư pháp|ủy ban|văn hóa|văn phòng|vận tải|xã hội|xây dựng|y tế`
    .split('|')
    .map((word) => word.trim()),
);
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
  const [previous = '', next = ''] = [words[at - 1], words[at]];
  const isInsideWord = COMPOUNDS.has(`${previous} ${next}`.toLocaleLowerCase('vi').normalize('NFC').replace(/,$/, ''));
  if (isInsideWord || STARTS_WITH_DIGIT.test(next)) return BAD_BREAK;
  return /[,;]$/.test(previous) || OPENING_WORDS.test(next) ? GOOD_BREAK : 0;
}
