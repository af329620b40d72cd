import fc from 'fast-check';
import { newId } from '../kernel/index.js';
import {
  OUTCOME_TEXT,
  effectOf,
  isAcknowledged,
  readBatch,
  readOperation,
  sayWhole,
  type WholeField,
  type WholeValue,
} from './index.js';
import { VERSION, VISIT } from '../testing/index.js';

const lane = '6f1c24f5-3f52-4a89-8f8e-111111111111';
const good = {
  seq: 4,
  kind: 'input.set',
  visit: VISIT,
  version: VERSION,
  criterion: '3.3.1',
  value: { numerator: '18', denominator: '20' },
  base: { rev: 7 },
  at: '2026-11-20T08:15:22.113+07:00',
  offset_ms: -4120,
};
const code = (change: object) => readOperation({ ...good, ...change }, 4).refusal?.code ?? 'accepted';
const file = { id: newId(), name: 'Biên bản.pdf', mime: 'application/pdf', size: 12, sha256: 'a'.repeat(64) };

describe('readOperation', () => {
  it('reads what a device sends, unchanged', () => {
    expect(readOperation(good, 4)).toEqual({ operation: good, refusal: null });
    expect(code({ kind: 'input.clear', value: undefined })).toBe('accepted');
    expect(code({ kind: 'note.set', value: 'Sổ theo dõi\nthiếu cột ngày hẹn' })).toBe('accepted');
    expect(code({ kind: 'evidence.add', value: file, base: undefined })).toBe('accepted');
    expect(code({ kind: 'evidence.remove', value: { id: file.id }, base: undefined })).toBe('accepted');
    const resolution = { field: 'input', siblings: [{ lane, seq: 2 }], chosen: good.value };
    expect(code({ kind: 'conflict.resolve', value: resolution })).toBe('accepted');
    expect(code({ base: { seq: 3 } })).toBe('accepted');
  });

  it('reads what is recorded whole: of a criterion, or of the target as a whole', () => {
    const caption = { id: file.id, caption: 'Bảng niêm yết', place: 1 };
    expect(code({ kind: 'evidence.set', value: caption })).toBe('accepted');
    const count = {
      date: '2026-11-20',
      time: '07:45',
      expected: 12,
      present: 10,
      absentWithReason: 1,
      absentWithoutReason: 1,
      badgesWorn: 9,
      nameBoards: { expected: 4, present: 4 },
      persons: [],
    };
    const ofTarget = { kind: 'headcount.set', criterion: undefined };
    expect(code({ ...ofTarget, value: { id: file.id, count } })).toBe('accepted');
    expect(code({ ...ofTarget, value: { id: file.id, count: null } })).toBe('accepted');
    expect(code({ ...ofTarget, value: { id: file.id, count: { ...count, present: -1 } } })).toBe('SCHEMA');
    expect(code({ ...ofTarget, value: { id: 'x', count } })).toBe('SCHEMA');
    const resolution = { field: `headcount:${file.id}`, siblings: [], chosen: count };
    expect(code({ kind: 'conflict.resolve', criterion: undefined, value: resolution })).toBe('accepted');
    expect(code({ kind: 'conflict.resolve', criterion: undefined, value: { ...resolution, chosen: caption } })).toBe(
      'SCHEMA',
    );
  });

  it('reads the minutes of its own visit, and who signed them', () => {
    const of = { criterion: undefined, kind: 'minutes.set' };
    const signer = { name: null, position: null };
    const time = { date: '2026-11-20', time: null };
    const minutes = {
      begun: time,
      ended: time,
      place: null,
      signers: { secretary: signer, unit: signer, lead: signer },
      team: [],
      unit: [],
      opinion: null,
      conclusion: null,
      copies: 2,
    };
    const signature = { name: 'Người ký', paper: 'a'.repeat(64), at: good.at, strokes: [[1, 2]], refusal: null };
    expect(code({ ...of, value: { id: VISIT, minutes } })).toBe('accepted');
    expect(code({ ...of, value: { id: file.id, minutes } })).toBe('SCHEMA');
    const sign = { ...of, kind: 'minutes.sign' };
    expect(code({ ...sign, value: { id: VISIT, role: 'unit', signature } })).toBe('accepted');
    expect(code({ ...sign, value: { id: VISIT, role: 'unit', signature: null } })).toBe('accepted');
    expect(code({ ...sign, value: { id: VISIT, role: 'member', signature } })).toBe('SCHEMA');
    expect(code({ ...sign, value: { id: file.id, role: 'unit', signature } })).toBe('SCHEMA');
    const settled = { field: `signature:unit.${file.id}`, siblings: [], chosen: signature };
    expect(code({ criterion: undefined, kind: 'conflict.resolve', value: settled })).toBe('SCHEMA');
  });

  it('says a whole value by the operation whose effect it is', () => {
    const saidAs = (field: WholeField, value: WholeValue | null) => {
      const { kind, says } = sayWhole(field, value);
      const { operation } = readOperation({ ...good, kind, value: says, criterion: undefined }, 4);
      return operation && effectOf(operation);
    };
    const signature = { name: 'Người ký', paper: 'a'.repeat(64), at: good.at, strokes: [[1, 2]], refusal: null };
    const fields: [WholeField, WholeValue | null][] = [
      [`minutes:${VISIT}`, null],
      [`signature:lead.${VISIT}`, signature],
      [`headcount:${file.id}`, null],
      [`finding:${file.id}`, null],
    ];
    for (const [field, says] of fields) expect(saidAs(field, says)).toEqual({ field, says });
  });

  it('reads that its author is done: of the visit as a whole, on top of nothing', () => {
    const ready = { kind: 'visit.ready', criterion: undefined, value: undefined, base: undefined };
    expect(code(ready)).toBe('accepted');
    expect(code({ ...ready, criterion: '3.3.1' })).toBe('SCHEMA');
    expect(code({ ...ready, value: true })).toBe('SCHEMA');
    expect(code({ ...ready, base: { rev: 1 } })).toBe('SCHEMA');
  });

  it('refuses a criterion where none belongs, and none where one does', () => {
    expect(code({ kind: 'headcount.set', value: { id: file.id, count: null } })).toBe('SCHEMA');
    expect(code({ criterion: undefined })).toBe('SCHEMA');
    const caption = { id: file.id, caption: null, place: null };
    expect(code({ kind: 'evidence.set', criterion: undefined, value: caption })).toBe('SCHEMA');
  });

  it('keeps text in NFC', () => {
    const { operation } = readOperation({ ...good, kind: 'note.set', value: 'Thiếu'.normalize('NFD') }, 4);
    expect(operation).toMatchObject({ value: 'Thiếu'.normalize('NFC') });
  });

  it('takes a device whose clock is years off', () => {
    expect(code({ at: '1970-01-01T00:00:00Z', offset_ms: -1_795_000_000_000 })).toBe('accepted');
    expect(code({ at: '2099-12-31T23:59:59.999999-09:30' })).toBe('accepted');
  });

  it.each([
    ['another number than its place', { seq: 5 }],
    ['an unknown kind', { kind: 'visit.ready' }],
    ['a kind that every object has', { kind: 'constructor' }],
    ['an unknown field', { province: 'x' }],
    ['a visit that is no id', { visit: 'x' }],
    ['no criterion', { criterion: '' }],
    ['a base in the future', { base: { seq: 4 } }],
    ['two bases', { base: { rev: 1, seq: 1 } }],
    ['a negative revision', { base: { rev: -1 } }],
    ['a day that does not exist', { at: '2026-02-30T08:00:00Z' }],
    ['an instant without a zone', { at: '2026-11-20T08:00:00' }],
    ['an hour that does not exist', { at: '2026-11-20T24:00:00Z' }],
    ['a clock offset that is no number', { offset_ms: null }],
    ['no input', { value: undefined }],
    ['an input that is a list', { value: [] }],
    ['a zero character inside an input', { value: { reason: 'a\u0000' } }],
    ['a lone surrogate in a note', { kind: 'note.set', value: '\ud800' }],
    ['a value to a clear', { kind: 'input.clear' }],
    ['a base to evidence', { kind: 'evidence.add', value: file }],
    ['an empty file', { kind: 'evidence.add', base: undefined, value: { ...file, size: 0 } }],
    ['a name that is no text', { kind: 'evidence.add', base: undefined, value: { ...file, name: { toString: 1 } } }],
    ['a resolution of nothing', { kind: 'conflict.resolve', value: { field: 'file', siblings: [], chosen: null } }],
  ])('refuses %s', (_, change) => expect(code(change)).toBe('SCHEMA'));

  it('counts a note by code points and an operation by bytes', () => {
    expect(code({ kind: 'note.set', value: '👍'.repeat(8_000) })).toBe('accepted');
    expect(code({ kind: 'note.set', value: 'ẵ'.repeat(10_000) })).toBe('accepted');
    expect(code({ kind: 'note.set', value: 'a'.repeat(10_001) })).toBe('TOO_LARGE');
    expect(code({ value: { reason: 'ẵ'.repeat(11_000) } })).toBe('TOO_LARGE');
  });

  it('says where a refused operation stood, so that a later one can be judged', () => {
    const { refusal } = readOperation({ ...good, at: 'yesterday' }, 4);
    expect(refusal).toEqual({
      seq: 4,
      code: 'SCHEMA',
      visit: VISIT,
      criterion: '3.3.1',
      field: 'input',
      base: { rev: 7 },
    });
  });

  it('survives nesting that would exhaust the stack', () => {
    const deep: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000));
    expect(code({ value: { deep } })).toBe('SCHEMA');
    expect(code({ base: deep })).toBe('SCHEMA');
    expect(code({ extra: deep })).toBe('SCHEMA');
  });

  it('never throws, and what it accepts reads back as itself', () => {
    const part = fc.oneof(fc.jsonValue(), ...Object.values(good).map((value) => fc.constant(value as fc.JsonValue)));
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record(Object.fromEntries(Object.keys(good).map((name) => [name, part])), { requiredKeys: [] }),
      fc.jsonValue().map((value) => ({ ...good, value })),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const { operation } = readOperation(raw, 4);
        if (operation) expect(readOperation(JSON.parse(JSON.stringify(operation)), 4).operation).toEqual(operation);
      }),
      {
        examples: [[{ ...good, value: { minus: -0 } }], [{ ...good, offset_ms: -0 }], [{ ...good, base: { rev: -0 } }]],
      },
    );
  });
});

describe('readBatch', () => {
  const batch = (change: object) => readBatch({ lane, first_seq: 4, app_version: '0.1.0', ops: [good], ...change });

  it('numbers operations by their place, also those that cannot be read', () => {
    const read = batch({ ops: [good, null, { ...good, seq: 6 }] });
    expect(read?.entries.map(({ operation, refusal }) => operation?.seq ?? refusal)).toEqual([
      4,
      { seq: 5, code: 'SCHEMA' },
      6,
    ]);
  });

  it.each([
    [{ lane: 'x' }],
    [{ first_seq: 0 }],
    [{ first_seq: 1.5 }],
    [{ first_seq: 2 ** 31 }],
    [{ app_version: '' }],
    [{ app_version: 'a\nb' }],
    [{ ops: [] }],
    [{ ops: Array.from({ length: 201 }, () => good) }],
    [{ ops: {} }],
    [{ account: lane }],
  ])('refuses an envelope with %#', (change) => expect(batch(change)).toBeNull());

  it.each([[null], [[]], ['x'], [3], [undefined]])('refuses a body that is not an object: %j', (body) => {
    expect(readBatch(body)).toBeNull();
  });

  // Measured alone: 0.2 ms. The bound is for the order of magnitude, on a busy machine, inside the test runner.
  it('reads a hundred operations in less than five milliseconds', () => {
    const ops = Array.from({ length: 100 }, (_, index) => ({ ...good, seq: index + 1 }));
    const body: unknown = { lane, first_seq: 1, app_version: '0.1.0', ops };
    const times = Array.from({ length: 100 }, () => {
      const start = performance.now();
      readBatch(body);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(5);
  });
});

describe('outcomes', () => {
  it('are acknowledged when the server holds the content, and told in the words of the field', () => {
    expect(
      Object.entries(OUTCOME_TEXT).map(([outcome, text]) => [outcome, isAcknowledged(outcome as never), text]),
    ).toEqual([
      ['applied', true, 'Đã đồng bộ'],
      ['merged', true, 'Đã đồng bộ'],
      ['conflict', true, 'Có ý kiến khác nhau'],
      ['parked', true, 'Đã gửi, chờ trưởng đoàn xử lý'],
      ['denied', false, 'Không gửi được – giữ trên máy'],
      ['invalid', false, 'Lỗi dữ liệu – giữ trên máy'],
    ]);
  });
});
