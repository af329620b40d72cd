import JSZip from 'jszip';
import type { MinutesPaper } from '../minutes/index.js';
import { minutesDocx } from './minutes-docx.js';

const paper: MinutesPaper = {
  head: {
    superior: 'Sở Nội vụ',
    issuer: 'Đoàn kiểm tra số 1',
    symbol: { number: null, type: 'BB', bodies: ['ĐKT'] },
    place: null,
    issuedOn: null,
    year: 2026,
    subject: 'Kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Ninh Kiều',
  },
  blocks: [{ kind: 'paragraph', text: 'Địa điểm: Trụ sở <Ủy ban> & Trung tâm.' }],
  signers: [
    { role: 'secretary', name: 'Thư ký đoàn' },
    { role: 'unit', name: 'Chủ tịch phường' },
    { role: 'lead', name: '……' },
  ],
};
/** One clear pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
);

it('the minutes print form 1.9 with three signatures: drawn, refused with a reason, or room for one by hand', async () => {
  const file = await minutesDocx(paper, {
    secretary: { png, ratio: 2 },
    unit: { refusal: 'Không nhất trí mục 2' },
  });
  const zip = await JSZip.loadAsync(file);
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
  const text = xml
    .replace(/<w:br\/>/g, ' ')
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|');
  const parts = [
    'SỞ NỘI VỤ',
    'ĐOÀN KIỂM TRA SỐ 1',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: ……/BB-ĐKT',
    'BIÊN BẢN',
    'Trụ sở &lt;Ủy ban&gt; &amp; Trung tâm./.',
    'THƯ KÝ',
    'ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA',
    'TRƯỞNG ĐOÀN',
    'Thư ký đoàn',
    '(Không ký: Không nhất trí mục 2)',
    'Chủ tịch phường',
    '……',
    'Mã nội dung: ',
  ];
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect([part, at >= from]).toEqual([part, true]);
    from = at;
  }
  // As wide as there is room, twice as wide as high: 190 × 95 would be too high, so 170 × 85.
  expect(xml).toContain(`cx="${170 * 9525}" cy="${85 * 9525}"`);
  expect(xml.match(/<pic:pic/g)).toHaveLength(1);
});
