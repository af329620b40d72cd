import fc from 'fast-check';
import { WorkingCalendar } from '../calendar/index.js';
import { communeIndex2026, readVersion } from '../criteria/index.js';
import { readWith } from '../kernel/index.js';
import {
  dossierRate,
  RATE_KINDS,
  rateAskedBy,
  rateInput,
  rateNote,
  ratePartsText,
  rateText,
  registerRate,
  registerText,
} from './dossier-rates.js';
import { dossierSample, type DossierSample } from './dossier-sample.js';
import {
  CAUSES,
  CODE_MAX,
  DOSSIER_FIELDS,
  FORM_FAULTS,
  LATENESS_KINDS,
  PROCEDURE_MAX,
  REMARK_MAX,
  SAMPLE_MAX,
  timingOf,
  uncheckedDossier,
  workingDaysLate,
  type Dossier,
  type DossierField,
} from './dossier.rules.js';
import { timingText } from './dossier.texts.js';

const TODAY = '2026-03-10';

const aDossier = (code: string, change: Partial<Dossier> = {}): Dossier => ({
  ...uncheckedDossier({ code, procedure: null, received: '2026-03-02', due: '2026-03-05', returned: '2026-03-05' }),
  isChecked: true,
  ...change,
});

const aSample = (dossiers: Dossier[], field: DossierField = 'land'): DossierSample => ({
  field,
  draw: {
    algorithm: 'fisher-yates/sfc32-1',
    seed: '1',
    size: SAMPLE_MAX,
    attempt: 1,
    listLength: 100,
    listSha256: 'ab'.repeat(32),
  },
  drawnOn: TODAY,
  register: { received: 100, onTime: 90, late: 8, running: 2 },
  dossiers,
});

const many = (count: number, change: Partial<Dossier> = {}, mark = 'H') =>
  Array.from({ length: count }, (_, n) => aDossier(`${mark}${n}`, change));

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const dossiers = fc.uniqueArray(
  fc.record<Dossier>({
    code: fc.string({ minLength: 1, maxLength: 9 }).map((code) => `H${code.trim()}`),
    procedure: fc.constantFrom(null, 'Khai sinh'),
    received: fc.constant('2026-03-01'),
    due: days,
    returned: fc.option(days),
    isChecked: fc.boolean(),
    faults: fc.subarray([...FORM_FAULTS]),
    lateness: fc.option(fc.constantFrom(...LATENESS_KINDS)),
    apology: fc.oneof(fc.constant(false as const), fc.constant(null), fc.record({ on: fc.option(days) })),
    cause: fc.option(fc.constantFrom(...CAUSES)),
    remark: fc.constant(null),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: SAMPLE_MAX },
);
const samples = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...DOSSIER_FIELDS), dossiers).map(([field, own]) => aSample(own, field)),
  { selector: ({ field }) => field, maxLength: 5 },
);

describe('how late a dossier is', () => {
  const tet = new WorkingCalendar([{ date: '2026-03-06', isWorkingDay: false }]);

  it('is counted in working days of the province, from the due date to the day of return or of the sample', () => {
    expect(workingDaysLate(aDossier('a', { returned: '2026-03-09' }), TODAY, tet)).toBe(1);
    expect(workingDaysLate(aDossier('b', { returned: null }), TODAY, tet)).toBe(2);
    expect(workingDaysLate(aDossier('c', { returned: '2026-03-07' }), TODAY, tet)).toBe(0);
    expect(workingDaysLate(aDossier('d'), TODAY, tet)).toBe(0);
  });

  it('is judged by days: the due date itself is in time, and what is still within its term is neither', () => {
    expect(timingOf(aDossier('a'), TODAY)).toBe('on_time');
    expect(timingOf(aDossier('b', { returned: '2026-03-06' }), TODAY)).toBe('late');
    expect(timingOf(aDossier('c', { returned: null, due: TODAY }), TODAY)).toBe('running');
    expect(timingOf(aDossier('d', { returned: null }), TODAY)).toBe('late');
  });
});

describe('dossierRate', () => {
  it('tells what it counted and what it left out', () => {
    const late = { returned: '2026-03-06', lateness: 'software' as const };
    const on = aSample([...many(18), ...many(2, late, 'L'), ...many(1, { returned: null, due: '2026-03-20' }, 'R')]);
    expect(rateText(dossierRate('on_time', [on]))).toBe(
      '18/20 hồ sơ đúng hạn = 90,00% (hồ sơ chậm có 2 chỉ chậm trên phần mềm); không tính 1 hồ sơ còn trong hạn',
    );
    expect(rateText(dossierRate('on_time', [aSample(many(18))]))).toBe('18/18 hồ sơ đúng hạn = 100,00%');
  });

  it('counts apologies among late dossiers that were looked at, and says when they came too late', () => {
    const late = { returned: '2026-03-06' };
    const sample = aSample([
      aDossier('a', { ...late, apology: { on: '2026-03-05' } }),
      aDossier('b', { ...late, apology: { on: null } }),
      aDossier('c', { ...late, apology: false }),
      aDossier('d', { ...late, isChecked: false }),
      aDossier('e'),
    ]);
    expect(rateText(dossierRate('apologised', [sample]))).toBe(
      '2/3 hồ sơ quá hạn có văn bản xin lỗi = 66,67% (có 1 xin lỗi sau hạn hoặc không rõ ngày); không tính 1 hồ sơ chưa kiểm tra',
    );
    expect(rateText(dossierRate('apologised', [aSample(many(3))]))).toBe(
      'Không có hồ sơ để tính hồ sơ quá hạn có văn bản xin lỗi',
    );
  });

  it('is an answer with its derivation for the criterion that asks for it', () => {
    const late = { returned: '2026-03-06' };
    const land = aSample([...many(8), ...many(2, late, 'L')]);
    const one = dossierRate('on_time', [land]);
    expect(rateInput(one)).toEqual({ numerator: '8', denominator: '10' });
    expect(rateNote(one)).toBe('Lấy từ mẫu hồ sơ lĩnh vực Đất đai: 8/10 hồ sơ đúng hạn = 80,00%.');
    expect(rateNote(dossierRate('on_time', [land, aSample(many(10), 'civil_status')]))).toBe(
      'Lấy từ mẫu hồ sơ: 18/20 hồ sơ đúng hạn = 90,00% (Đất đai 8/10; Hộ tịch 10/10).',
    );
  });

  it('adds the fields up and names each', () => {
    const faulty = aDossier('x', { faults: ['receipt'] });
    const rate = dossierRate('sound', [aSample([...many(4), faulty]), aSample(many(5), 'civil_status')]);
    expect(rateText(rate)).toBe('9/10 hồ sơ đạt yêu cầu = 90,00%');
    expect(ratePartsText(rate)).toBe('Đất đai 4/5; Hộ tịch 5/5');
  });

  it('never counts more than there are, and every dossier of a kind is counted or named as left out', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...RATE_KINDS), (all, kind) => {
        const { numerator, denominator, leftOut, percent, parts } = dossierRate(kind, all);
        const drawn = all.flatMap((sample) => sample.dossiers);
        const asked = kind === 'apologised' ? drawn.filter((one) => timingOf(one, TODAY) === 'late') : drawn;
        expect(numerator).toBeLessThanOrEqual(denominator);
        expect(denominator + leftOut.running + leftOut.unchecked).toBe(asked.length);
        expect(percent === null).toBe(denominator === 0);
        expect(parts.reduce((sum, part) => sum + part.numerator, 0)).toBe(numerator);
      }),
    );
  });
});

describe('the register', () => {
  it('may count more received, or fewer, than it counts outcomes: the gap is told and nothing is refused', () => {
    const whole = { received: 1245, onTime: 1100, late: 100, running: 45 };
    expect(registerText(registerRate(whole))).toBe('1.100/1.200 hồ sơ đúng hạn = 91,67%');
    expect(registerText(registerRate({ ...whole, received: 1250 }))).toBe(
      '1.100/1.200 hồ sơ đúng hạn = 91,67%; số tiếp nhận nhiều hơn tổng kết quả, lệch 5 hồ sơ',
    );
    expect(registerText(registerRate({ ...whole, received: 1200 }))).toMatch(/ít hơn tổng kết quả, lệch 45 hồ sơ$/);
  });
});

describe('rateAskedBy', () => {
  it('knows the criteria of the sample set that a sample answers, and no others', () => {
    const { value } = readVersion(communeIndex2026);
    const asked = (value?.criteria ?? []).flatMap(({ key, rule }) => {
      const kind = rateAskedBy(rule);
      return kind ? [[key, kind]] : [];
    });
    expect(asked).toEqual([
      ['3.3.1', 'on_time'],
      ['3.3.2', 'apologised'],
      ['3.3.3', 'sound'],
    ]);
  });

  it('knows them under every rule that takes a count out of a count, the more the better', () => {
    const counting = { counted: 'Hồ sơ đúng hạn', outOf: 'Hồ sơ đã giải quyết' };
    const kinds = ['RATIO', 'TARGET', 'INTERP', 'BAND', 'INVERSE', 'MIXED_TIME', 'CHECK'];
    expect(kinds.map((kind) => rateAskedBy({ kind, ...counting }) !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('how a dossier stands, in words', () => {
  it('says by how many working days it was late, and whether it still is', () => {
    const week = new WorkingCalendar([]);
    const told = (change: Partial<Dossier>) => timingText(aDossier('a', change), TODAY, week);
    expect(told({})).toBe('Đúng hạn');
    expect(told({ returned: null, due: TODAY })).toBe('Còn trong hạn');
    expect(told({ returned: '2026-03-09' })).toBe('Chậm 2 ngày làm việc');
    expect(told({ returned: null })).toBe('Quá hạn 3 ngày làm việc, chưa trả');
    expect(told({ due: '2026-03-06', returned: '2026-03-08' })).toBe('Chậm');
  });
});

describe('reading a sample', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(samples, (all) => {
        for (const sample of all)
          expect(readWith(dossierSample, JSON.parse(JSON.stringify(sample))).value).toEqual(sample);
      }),
    );
  });

  it('refuses what is no sample, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readWith(dossierSample, json)));
    const sample = aSample(many(2));
    const wrong: object[] = [
      { ...sample, dossiers: [] },
      { ...sample, dossiers: [aDossier('a'), aDossier('a')] },
      { ...sample, dossiers: many(SAMPLE_MAX + 1) },
      { ...sample, dossiers: [aDossier('a', { due: '2026-02-30' })] },
      { ...sample, field: 'police' },
      { ...sample, draw: { ...sample.draw, listSha256: 'AB'.repeat(32) } },
      { ...sample, applicant: 'tên người nộp' },
      { ...sample, register: { ...sample.register, received: -1 } },
    ];
    for (const one of wrong) expect(readWith(dossierSample, one).value).toBeNull();
  });

  it('keeps the largest sample within one operation', () => {
    const text = 'ấ';
    const fullest = many(SAMPLE_MAX).map((dossier, n) => ({
      ...dossier,
      code: `${text.repeat(CODE_MAX - 2)}${String(n).padStart(2, '0')}`,
      procedure: text.repeat(PROCEDURE_MAX),
      remark: text.repeat(REMARK_MAX),
      faults: [...FORM_FAULTS],
      apology: { on: TODAY },
      lateness: 'software' as const,
      cause: 'subjective' as const,
      returned: TODAY,
    }));
    const sample = { ...aSample(fullest), draw: { ...aSample([]).draw, seed: text.repeat(60) } };
    expect(readWith(dossierSample, sample).value).not.toBeNull();
    expect(Buffer.byteLength(JSON.stringify(sample))).toBeLessThan(32 * 1024 - 500);
  });
});
