import fc from 'fast-check';
import { communeIndex2026 } from './samples/index.js';
import { readVersion } from './version.js';

describe('hostile JSON', () => {
  it('is refused with violations, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        expect(readVersion(json).violations.length).toBeGreaterThan(0);
        expect(readVersion({ ...communeIndex2026, criteria: [json] }).violations.length).toBeGreaterThan(0);
      }),
    );
  });

  it('breaks nothing when it stands anywhere in a good version', () => {
    const good = JSON.stringify(communeIndex2026);
    fc.assert(
      fc.property(fc.nat({ max: 700 }), fc.jsonValue({ maxDepth: 3 }), (spot, json) => {
        let visited = 0;
        const spoilt: unknown = JSON.parse(good, (_, value: unknown) => (visited++ === spot ? json : value));
        expect(() => readVersion(spoilt)).not.toThrow();
      }),
    );
  });

  it('names the first 200 faults only', () => {
    const rows = Array.from({ length: 1000 }, () => ({ key: '', text: '' }));
    expect(readVersion({ ...communeIndex2026, criteria: rows }).violations).toHaveLength(200);
  });

  it.each(['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}'])(
    'leaves prototypes alone: %s',
    (json) => {
      expect(readVersion(JSON.parse(json)).value).toBeNull();
      expect({}).not.toHaveProperty('polluted');
    },
  );
});
