import fc from 'fast-check';
import { newId } from '../kernel/index.js';
import { readOperation } from './index.js';
import { VERSION, VISIT } from '../testing/index.js';

const common = { seq: 1, visit: VISIT, version: VERSION, criterion: '3.3.1', at: '2026-11-20T08:15:22Z', offset_ms: 0 };
const file = { id: newId(), name: 'Ảnh.jpg', mime: 'image/jpeg', size: 12, sha256: 'a'.repeat(64) };
const capture = {
  original: { sha256: 'b'.repeat(64), size: 4_000_000 },
  width: 2048,
  height: 1536,
  taken_at: '2026-11-20T08:15:20.113+07:00',
  place: { lat: 10.0341, lon: 105.7885, accuracy: 12.5 },
  derived_from: newId(),
};
const read = (value: object) => readOperation({ ...common, kind: 'evidence.add', value }, 1);
const code = (change: object) => read({ ...file, ...change }).refusal?.code ?? 'accepted';

describe('evidence.add', () => {
  it('says how a picture was taken, or nothing of it', () => {
    expect(read({ ...file, ...capture }).operation).toMatchObject({ value: { ...file, ...capture } });
    expect(read(file).operation).toMatchObject({ value: file });
  });

  it('spells what it takes in one order, whatever the order it comes in, so that its hash is the same everywhere', () => {
    const parts = Object.entries({ ...file, ...capture });
    const spelled = JSON.stringify(read({ ...file, ...capture }).operation);
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(JSON.stringify(read(Object.fromEntries(shuffled)).operation)).toBe(spelled);
      }),
    );
  });

  it('never throws, and what it accepts reads back as itself', () => {
    const wild = fc.oneof(fc.jsonValue(), ...Object.values(capture).map((one) => fc.constant(one as fc.JsonValue)));
    const record = fc.record(Object.fromEntries(Object.keys(capture).map((name) => [name, wild])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(record, (more) => {
        const { operation } = read({ ...file, ...more });
        if (operation) expect(readOperation(JSON.parse(JSON.stringify(operation)), 1).operation).toEqual(operation);
      }),
      { examples: [[{ place: { lat: -0, lon: -0, accuracy: -0 } }]] },
    );
  });

  it.each<[string, object]>([
    ['a field nobody knows', { exif: {} }],
    ['a field that is there and says nothing', { place: null }],
    ['a hash of the original without its size', { original: { sha256: 'b'.repeat(64) } }],
    ['an empty original', { original: { sha256: 'b'.repeat(64), size: 0 } }],
    ['a width without a height', { width: 2048 }],
    ['half a pixel', { width: 20.5, height: 10 }],
    ['a day that does not exist', { taken_at: '2026-02-30T08:00:00Z' }],
    ['a time without its zone', { taken_at: '2026-02-20T08:00:00' }],
    ['a place off the globe', { place: { ...capture.place, lat: 90.5 } }],
    ['a place that is text', { place: { ...capture.place, lon: '105' } }],
    ['a place with more to it', { place: { ...capture.place, altitude: 3 } }],
    ['a negative radius', { place: { ...capture.place, accuracy: -1 } }],
    ['a picture that was drawn on itself', { derived_from: file.id }],
    ['a parent that is no id', { derived_from: 'x' }],
  ])('refuses %s', (_, change) => expect(code(change)).toBe('SCHEMA'));
});
