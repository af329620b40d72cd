import type { CellValue, VisitStateView, WholeField } from '../fieldwork/index.js';
import type { FieldFinding } from '../findings/index.js';
import type { HeadCount } from '../headcount/index.js';
import { newId } from '../kernel/index.js';
import { aRateCriterion, RECEIVED_AT, VISIT } from '../testing/index.js';
import {
  minutesField,
  minutesInput,
  recordOf,
  sealedMinutes,
  signatureField,
  type Minutes,
  type MinutesPlace,
  type MinutesSignature,
} from './index.js';

const minutes: Minutes = {
  begun: { date: '2026-11-23', time: '08:00' },
  ended: { date: '2026-11-23', time: '11:30' },
  place: 'Trụ sở UBND phường',
  signers: {
    secretary: { name: 'Thư ký đoàn', position: null },
    unit: { name: 'Chủ tịch phường', position: null },
    lead: { name: 'Trưởng đoàn', position: null },
  },
  team: [],
  unit: [],
  opinion: null,
  conclusion: null,
  copies: 2,
};
const place: MinutesPlace = {
  visit: {
    id: VISIT,
    letterhead: { authority: 'Sở Nội vụ', team: 'Đoàn kiểm tra số 1' },
    target: { name: 'UBND phường Một' },
    plan: { title: 'Kiểm tra công tác cải cách hành chính năm 2026', number: null },
  },
  criteria: { capped: false, criteria: [aRateCriterion('1.1'), aRateCriterion('1.2')] },
};

type Said = [criterion: string, field: 'input' | 'note' | WholeField, value: CellValue];
const by = { lane: newId(), seq: 1, account: newId(), received_at: RECEIVED_AT };
const stateOf = (said: readonly Said[], files: [criterion: string, sha256: string][] = []) =>
  ({
    cells: said.map(([criterion, field, value]) => ({ criterion, field, value, rev: 1, by, siblings: [] })),
    evidence: files.map(([criterion, sha256]) => {
      const file = { id: newId(), name: 'a.pdf', mime: 'application/pdf', size: 1, sha256 };
      return { criterion, file, by, isReceived: true };
    }),
  }) satisfies Pick<VisitStateView, 'cells' | 'evidence'>;
const sealed = (said: readonly Said[], files: [string, string][] = []) =>
  sealedMinutes(recordOf(stateOf(said, files)), place);

const rate = (numerator: string) => ({ numerator, denominator: '20' }) as unknown as CellValue;
const finding = (text: string): FieldFinding => ({
  kind: 'shortcoming',
  area: 'CDDH',
  criterion: null,
  text,
  extent: null,
  legalBasis: null,
  cause: null,
  severity: null,
});
const count = (date: string, time: string, expected = 20): HeadCount => ({
  date,
  time,
  expected,
  present: 20,
  absentWithReason: 0,
  absentWithoutReason: 0,
  badgesWorn: 20,
  nameBoards: { expected: 4, present: 4 },
  persons: [],
});
const BEGUN: Said = ['', minutesField(VISIT), minutes];

describe('the record under the minutes of a visit', () => {
  const sums = { areas: [], whole: { percent: null, bonus: '0', penalty: '0', score: null } };
  const tally = {
    points: '0',
    max: '0',
    bonus: '0',
    penalty: '0',
    total: 2,
    full: 1,
    short: 0,
    excluded: 0,
    notChecked: 0,
  };
  const inputOf = (said: readonly Said[]) =>
    minutesInput(recordOf(stateOf(said)), place, { ...sums, whole: { ...sums.whole, tally } }, minutes);

  it('is gathered in one order, without what was taken back and what is of one criterion', () => {
    const [first, second, third] = [newId(), newId(), newId()];
    const said: Said[] = [
      ['', `finding:${third}`, null],
      ['', `finding:${second}`, finding('Hai')],
      ['', `finding:${first}`, finding('Một')],
      ['1.1', `caption:${newId()}`, { caption: 'Ảnh', place: null }],
      ['', `headcount:${first}`, count('2026-11-23', '13:30')],
      ['', `headcount:${third}`, count('2026-11-23', '08:00', 22)],
      ['', `headcount:${second}`, count('2026-11-23', '08:00', 21)],
    ];
    const input = inputOf(said);
    expect(input).toMatchObject({ authority: 'Sở Nội vụ', team: 'Đoàn kiểm tra số 1', unit: 'UBND phường Một' });
    expect(input.findings.map(({ text }) => text)).toEqual(['Một', 'Hai']);
    expect(input.counts.map(({ time, expected }) => [time, expected])).toEqual([
      ['08:00', 21],
      ['08:00', 22],
      ['13:30', 20],
    ]);
    expect(input.sheet).toMatchObject({ answered: 1, total: 2 });
    expect(inputOf(said.toReversed())).toEqual(input);
  });
});

describe('the minutes of a visit', () => {
  it('have no seal before they are begun, nor after they are taken back', () => {
    expect(sealed([['', minutesField(newId()), minutes]])).toBeNull();
    expect(sealed([['', minutesField(VISIT), null]])).toBeNull();
    expect(sealed([BEGUN])).toMatchObject({ standing: 'open' });
  });

  it('stand by the signatures of this visit', () => {
    const said: Said[] = [BEGUN, ['1.1', 'input', rate('18')]];
    const { paper = '' } = sealed(said) ?? {};
    const sign = (role: 'secretary' | 'lead', visit = VISIT): Said => {
      const signature: MinutesSignature = { name: 'A', paper, at: RECEIVED_AT, strokes: [[0, 0, 1, 1]], refusal: null };
      return ['', signatureField(role, visit), signature];
    };
    const signed = [...said, sign('secretary'), sign('lead', newId())];
    expect(sealed(signed)).toEqual({
      paper,
      standing: 'partly',
      signatures: { secretary: 'valid', unit: 'missing', lead: 'missing' },
    });
    expect(sealed([...signed, ['1.2', 'input', rate('20')]])).toMatchObject({
      standing: 'broken',
      signatures: { secretary: 'broken', lead: 'missing' },
    });
    expect(sealed(signed, [['1.2', 'ab'.repeat(32)]])?.standing).toBe('broken');
  });

  it('are the same words however their letters are composed: a device keeps them as typed, the server composed', () => {
    const noted = (text: string) => sealed([BEGUN, ['1.1', 'note', text]])?.paper;
    expect('Niêm yết thiếu'.normalize('NFD')).not.toBe('Niêm yết thiếu');
    expect(noted('Niêm yết thiếu'.normalize('NFD'))).toBe(noted('Niêm yết thiếu'));
    expect(noted('Niêm yết đủ')).not.toBe(noted('Niêm yết thiếu'));
  });
});
