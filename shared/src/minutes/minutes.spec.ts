import { EMPTY_TALLY } from '../criteria/index.js';
import { newId, readWith } from '../kernel/index.js';
import {
  minutes as minutesReader,
  minutesGaps,
  minutesPaper,
  minutesSignature,
  paperHash,
  peopleText,
  readPeople,
  sealOf,
  sheetHash,
  type Minutes,
  type MinutesInput,
  type MinutesSignature,
} from './index.js';

const minutes: Minutes = {
  begun: { date: '2026-11-23', time: '08:00' },
  ended: { date: '2026-11-23', time: '11:30' },
  place: 'Trụ sở UBND phường Ninh Kiều.',
  signers: {
    secretary: { name: 'Thư ký đoàn', position: 'Chuyên viên' },
    unit: { name: 'Chủ tịch phường', position: null },
    lead: { name: 'Trưởng đoàn', position: 'Phó Giám đốc Sở Nội vụ' },
  },
  team: [],
  unit: [],
  opinion: null,
  conclusion: null,
  copies: 2,
};
const input: MinutesInput = {
  authority: 'Sở Nội vụ',
  team: 'Đoàn kiểm tra số 1',
  unit: 'UBND phường Ninh Kiều',
  planTitle: 'Kiểm tra công tác cải cách hành chính năm 2026',
  planNumber: '12/KH-SNV',
  minutes,
  areas: [{ area: 'TTHC', tally: { ...EMPTY_TALLY, full: 5, short: 2, excluded: 1, points: '7.5', max: '10' } }],
  sheet: { answered: 8, total: 9, hash: 'ab'.repeat(32) },
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
      head: {
        superior: 'Sở Nội vụ',
        issuer: 'Đoàn kiểm tra số 1',
        subject: 'Kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Ninh Kiều',
      },
      signers: [
        { role: 'secretary', name: 'Thư ký đoàn' },
        { role: 'unit', name: 'Chủ tịch phường' },
        { role: 'lead', name: 'Trưởng đoàn' },
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
      'Kết quả từng nội dung theo phiếu kiểm tra kèm theo: đã chấm 8/9 nội dung, mã nội dung phiếu abab abab abab.',
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

  it('are kept while they are incomplete, and name what is missing before anybody signs', () => {
    expect(minutesGaps(minutes)).toEqual([]);
    const begun: Minutes = {
      ...minutes,
      begun: { date: '2026-11-23', time: null },
      ended: { date: '2026-11-23', time: null },
      place: null,
      signers: { ...minutes.signers, unit: { name: null, position: null } },
    };
    expect(readWith(minutesReader, begun).value).toEqual(begun);
    expect(minutesGaps(begun)).toEqual([
      'Chưa ghi giờ bắt đầu.',
      'Chưa ghi giờ kết thúc.',
      'Chưa ghi địa điểm.',
      'Chưa ghi họ tên: Đại diện đơn vị được kiểm tra.',
    ]);
    expect(textsOf({ ...input, minutes: begun })).toEqual(
      expect.arrayContaining(['Thời gian bắt đầu: …… giờ ……, ngày 23 tháng 11 năm 2026.', 'Địa điểm: …….', '……;']),
    );
  });

  it('do not end before they begin', () => {
    const gaps = (date: string, time: string) => minutesGaps({ ...minutes, ended: { date, time } });
    expect(gaps('2026-11-23', '07:59')).toEqual(['Giờ kết thúc trước giờ bắt đầu.']);
    expect(gaps('2026-11-24', '07:59')).toEqual([]);
  });

  it('are refused when they are none', () => {
    const faults = (change: object) =>
      readWith(minutesReader, { ...minutes, ...change }).violations.map(({ path }) => path);
    expect(faults({ copies: 1, begun: { date: '2026-11-23', time: '8h' } })).toEqual(['begun.time', 'copies']);
  });

  it('take people as they are typed, one a line', () => {
    const people = [
      { name: 'Người một', position: 'Chuyên viên, thành viên' },
      { name: 'Người hai', position: null },
    ];
    expect(readPeople(peopleText(people))).toEqual(people);
    expect(readPeople('  Người một ,Chuyên viên ,  thành viên\n\n,Không tên\nNgười hai,')).toEqual(people);
    const long = readPeople(Array.from({ length: 20 }, () => `${'ấ'.repeat(90)}, ${'ư'.repeat(90)}`).join('\n'));
    expect(readWith(minutesReader, { ...minutes, unit: long }).violations).toEqual([]);
  });
});

describe('the seal', () => {
  const hash = paperHash(minutesPaper(input));
  const signed = (change: Partial<MinutesSignature> = {}): MinutesSignature => ({
    name: 'Người ký',
    paper: hash,
    at: '2026-11-23T11:35:00+07:00',
    strokes: [[0, 0, 10, 10]],
    refusal: null,
    ...change,
  });

  it('is the same for the same record, and whole when all three have signed it', () => {
    expect(paperHash(minutesPaper(structuredClone(input)))).toBe(hash);
    expect(sealOf(hash, {})).toMatchObject({ standing: 'open' });
    expect(sealOf(hash, { lead: signed() })).toMatchObject({ standing: 'partly' });
    const refused = signed({ strokes: [], refusal: 'Không đồng ý mục 2' });
    const all = { secretary: signed(), lead: signed(), unit: refused };
    expect(sealOf(hash, all).standing).toBe('sealed');
  });

  it('breaks with any value that is printed, and names whose signature stands under other words', () => {
    const changes: Partial<MinutesInput>[] = [
      { areas: [{ area: 'TTHC', tally: EMPTY_TALLY }] },
      { sheet: { ...input.sheet, hash: 'cd'.repeat(32) } },
      { findings: input.findings.slice(1) },
      { minutes: { ...minutes, opinion: 'Không đồng ý.' } },
      { unit: 'UBND phường Cái Răng' },
    ];
    for (const change of changes) {
      const now = paperHash(minutesPaper({ ...input, ...change }));
      const { standing, signatures } = sealOf(now, { secretary: signed({ paper: now }), lead: signed() });
      expect(standing).toBe('broken');
      expect(signatures).toEqual({ secretary: 'valid', lead: 'broken', unit: 'missing' });
    }
  });

  it('looks at every answer, note and file of the sheet, in whatever order they come', () => {
    const lines = [
      { criterion: '1.1', input: { met: ['1'], of: '2' }, note: null, files: ['b', 'a'] },
      { criterion: '1.2', input: null, note: 'Chưa niêm yết', files: [] },
      { criterion: '1.3', input: null, note: null, files: [] },
    ];
    const [first, second] = lines;
    const whole = sheetHash(lines);
    const reordered = { ...first, input: { of: '2', met: ['1'] }, files: ['a', 'b'] };
    expect(sheetHash([second, reordered] as typeof lines)).toBe(whole);
    const others = [
      { ...first, input: { met: ['2'], of: '2' } },
      { ...first, note: 'x' },
      { ...first, files: ['a'] },
    ] as typeof lines;
    for (const other of others) expect(sheetHash([other, ...lines.slice(1)])).not.toBe(whole);
  });

  it('takes a drawn signature or the reason why there is none, and neither both nor nothing', () => {
    const reads = (change: object) => readWith(minutesSignature, { ...signed(), ...change }).value !== null;
    expect(reads({})).toBe(true);
    expect(reads({ strokes: [], refusal: 'Vắng mặt' })).toBe(true);
    expect(reads({ strokes: [] })).toBe(false);
    expect(reads({ refusal: 'Vắng mặt' })).toBe(false);
    expect(reads({ strokes: [[1, 2, 3]] })).toBe(false);
    expect(reads({ paper: newId() })).toBe(false);
    expect(reads({ strokes: Array.from({ length: 200 }, () => Array.from({ length: 22 }, () => 1000)) })).toBe(false);
  });
});
