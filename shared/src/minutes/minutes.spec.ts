import { newId, readWith } from '../kernel/index.js';
import {
  minutes as minutesReader,
  minutesPaper,
  minutesSignature,
  paperHash,
  sealOf,
  type Minutes,
  type MinutesInput,
  type MinutesSignature,
} from './index.js';

const minutes: Minutes = {
  begun: { date: '2026-11-23', time: '08:00' },
  ended: { date: '2026-11-23', time: '11:30' },
  place: 'Trụ sở UBND phường Ninh Kiều.',
  chair: { name: 'Trưởng đoàn', position: 'Phó Giám đốc Sở Nội vụ' },
  secretary: { name: 'Thư ký đoàn', position: 'Chuyên viên' },
  unitHead: { name: 'Chủ tịch phường', position: null },
  team: [],
  unit: [],
  opinion: null,
  conclusion: null,
  copies: 2,
};
const input: MinutesInput = {
  department: 'Sở Nội vụ',
  team: 'Đoàn kiểm tra số 1',
  unit: 'UBND phường Ninh Kiều',
  planTitle: 'Kiểm tra công tác cải cách hành chính năm 2026',
  planNumber: '12/KH-SNV',
  minutes,
  areas: [{ area: 'TTHC', met: 5, missed: 2, notChecked: 0, excluded: 1 }],
  findings: [
    { kind: 'shortcoming', area: 'TTHC', text: 'Niêm yết thiếu ba thủ tục;', legalBasis: 'Nghị định số 61/2018/NĐ-CP' },
    { kind: 'shortcoming', area: 'CDDH', text: 'chậm ban hành kế hoạch', legalBasis: null },
  ],
  samples: [],
  counts: [],
};
const textsOf = (of: MinutesInput) =>
  minutesPaper(of).blocks.flatMap((block) => ('text' in block ? [block.text as string] : []));

describe('the minutes of a visit', () => {
  it('print when and where, who was there, what was found by area, what the unit says, and when it ended', () => {
    const paper = minutesPaper(input);
    expect(paper).toMatchObject({
      superior: 'Sở Nội vụ',
      issuer: 'Đoàn kiểm tra số 1',
      subject: 'Kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Ninh Kiều',
      signers: [
        { role: 'secretary', name: 'Thư ký đoàn' },
        { role: 'lead', name: 'Trưởng đoàn' },
        { role: 'unit', name: 'Chủ tịch phường' },
      ],
    });
    expect(textsOf(input)).toEqual([
      'Thực hiện Kế hoạch số 12/KH-SNV về kiểm tra công tác cải cách hành chính năm 2026.',
      'Thời gian bắt đầu: 08 giờ 00, ngày 23 tháng 11 năm 2026.',
      'Địa điểm: Trụ sở UBND phường Ninh Kiều.',
      'Thành phần tham dự:',
      'Đoàn kiểm tra',
      'Trưởng đoàn, Phó Giám đốc Sở Nội vụ;',
      'Thư ký đoàn, Chuyên viên;',
      'Ủy ban nhân dân phường Ninh Kiều',
      'Chủ tịch phường;',
      'Chủ trì: Trưởng đoàn, Phó Giám đốc Sở Nội vụ.',
      'Thư ký (người ghi biên bản): Thư ký đoàn, Chuyên viên.',
      'Nội dung, kết quả kiểm tra',
      'Ưu điểm',
      'Không ghi nhận riêng.',
      'Tồn tại, hạn chế',
      'Chậm ban hành kế hoạch.',
      'Niêm yết thiếu ba thủ tục (căn cứ: Nghị định số 61/2018/NĐ-CP).',
      'Ý kiến của đơn vị được kiểm tra',
      'Đơn vị không có ý kiến khác.',
      'Cuộc kiểm tra kết thúc vào 11 giờ 30, ngày 23 tháng 11 năm 2026. Biên bản được lập thành 02 bản có giá trị như nhau, đã đọc cho những người có tên trên cùng nghe và thống nhất ký tên.',
    ]);
  });

  it('keep the words of the unit line by line, and say what the team asks for', () => {
    const said = { ...minutes, opinion: 'Nhất trí.\n\nĐề nghị xem lại mục 2.', conclusion: 'Niêm yết lại trong tuần.' };
    expect(textsOf({ ...input, minutes: said })).toEqual(
      expect.arrayContaining([
        'Nhất trí.',
        'Đề nghị xem lại mục 2.',
        'Đề nghị của đoàn kiểm tra',
        'Niêm yết lại trong tuần.',
      ]),
    );
  });

  it('do not end before they begin, and need a copy for each side', () => {
    const faults = (change: object) =>
      readWith(minutesReader, { ...minutes, ...change }).violations.map(({ path }) => path);
    expect(faults({})).toEqual([]);
    expect(faults({ ended: { date: '2026-11-23', time: '07:59' } })).toEqual(['ended']);
    expect(faults({ ended: { date: '2026-11-24', time: '07:59' } })).toEqual([]);
    expect(faults({ copies: 1, begun: { date: '2026-11-23', time: '8h' } })).toEqual(['begun.time', 'copies']);
  });
});

describe('the seal', () => {
  const hash = paperHash(minutesPaper(input));
  const signed = (role: MinutesSignature['role'], change: Partial<MinutesSignature> = {}): MinutesSignature => ({
    role,
    name: 'Người ký',
    paper: hash,
    at: '2026-11-23T11:35:00+07:00',
    strokes: [[0, 0, 10, 10]],
    refusal: null,
    ...change,
  });

  it('is the same for the same record, and whole when all three have signed it', () => {
    expect(paperHash(minutesPaper(structuredClone(input)))).toBe(hash);
    expect(sealOf(hash, [])).toMatchObject({ standing: 'open' });
    expect(sealOf(hash, [signed('lead')])).toMatchObject({ standing: 'partly' });
    const all = [signed('secretary'), signed('lead'), signed('unit', { strokes: [], refusal: 'Không đồng ý mục 2' })];
    expect(sealOf(hash, all).standing).toBe('sealed');
  });

  it('breaks with any value that is printed, and names whose signature stands under other words', () => {
    const changes: Partial<MinutesInput>[] = [
      { areas: [{ area: 'TTHC', met: 6, missed: 1, notChecked: 0, excluded: 1 }] },
      { findings: input.findings.slice(1) },
      { minutes: { ...minutes, opinion: 'Không đồng ý.' } },
      { unit: 'UBND phường Cái Răng' },
    ];
    for (const change of changes) {
      const now = paperHash(minutesPaper({ ...input, ...change }));
      const { standing, signatures } = sealOf(now, [signed('secretary', { paper: now }), signed('lead')]);
      expect(standing).toBe('broken');
      expect(signatures).toEqual({ secretary: 'valid', lead: 'broken', unit: 'missing' });
    }
  });

  it('takes a drawn signature or the reason why there is none, and neither both nor nothing', () => {
    const reads = (change: object) => readWith(minutesSignature, { ...signed('unit'), ...change }).value !== null;
    expect(reads({})).toBe(true);
    expect(reads({ strokes: [], refusal: 'Vắng mặt' })).toBe(true);
    expect(reads({ strokes: [] })).toBe(false);
    expect(reads({ refusal: 'Vắng mặt' })).toBe(false);
    expect(reads({ strokes: [[1, 2, 3]] })).toBe(false);
    expect(reads({ paper: newId() })).toBe(false);
    expect(reads({ strokes: Array.from({ length: 200 }, () => Array.from({ length: 22 }, () => 1000)) })).toBe(false);
  });
});
