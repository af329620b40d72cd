import { bodyAbbreviation } from './abbreviation.js';

it.each([
  ['Sở Nội vụ', 'SNV'],
  ['Sở Nông nghiệp và Môi trường', 'SNNMT'],
  ['Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL'],
  ['Sở Nội vụ tỉnh Bắc Ninh', 'SNV'],
  ['UBND phường Phú Lợi', 'UBND'],
  ['Đoàn kiểm tra', 'ĐKT'],
])('a symbol carries %s as %s', (name, short) => expect(bodyAbbreviation(name)).toBe(short));
