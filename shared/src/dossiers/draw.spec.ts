import fc from 'fast-check';
import { drawPlaces, drawSample, listDigest } from './draw.js';
import { isDrawnFrom, newSample } from './new-sample.js';

const dossier = (code: string) => {
  return { code, procedure: null, received: '2026-03-02', due: '2026-03-05', returned: null };
};
const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 60 });
const sizes = fc.integer({ min: 1, max: 20 });

describe('drawPlaces', () => {
  it('draws what an independent implementation draws', () => {
    expect(drawPlaces(20, 5, '482119307')).toEqual([16, 2, 13, 1, 17]);
    expect(drawPlaces(1245, 10, 'Hộ tịch 2026')).toEqual([730, 665, 822, 1014, 374, 1225, 857, 841, 508, 996]);
    expect(drawPlaces(3, 20, 'a')).toEqual([1, 0, 2]);
  });

  it('draws distinct places of the list, as many as asked for or all there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), sizes, fc.string(), (length, size, seed) => {
        const places = drawPlaces(length, size, seed);
        expect(new Set(places).size).toBe(Math.min(size, length));
        for (const place of places) expect(place >= 0 && place < length).toBe(true);
      }),
    );
  });

  it('favours no place: over many seeds each is drawn about equally often', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 4000; seed += 1) {
      for (const place of drawPlaces(10, 3, String(seed))) counts[place] = (counts[place] ?? 0) + 1;
    }
    // 1200 each; five standard deviations are 145.
    for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(145);
  });

  it('begins a larger sample with the smaller one of the same seed', () => {
    expect(drawPlaces(500, 20, 'x').slice(0, 7)).toEqual(drawPlaces(500, 7, 'x'));
  });
});

describe('drawSample', () => {
  it('depends on the list, the seed and the size alone: the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(codes, sizes, fc.string(), fc.nat(), (all, size, seed, turn) => {
        const list = all.map(dossier);
        const turned = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)].reverse();
        expect(drawSample(turned, size, seed)).toEqual(drawSample(list, size, seed));
        expect(listDigest(turned)).toBe(listDigest(list));
      }),
    );
  });

  it('marks the list by a digest that anybody can compute', () => {
    const list = [
      { code: 'H02', procedure: null, received: '2026-03-02', due: '2026-03-05', returned: null },
      { code: 'H01', procedure: 'Khai sinh', received: '2026-03-02', due: '2026-03-04', returned: '2026-03-04' },
    ];
    expect(listDigest(list)).toBe('43febd0475136bc1931046d5cc49535c98c8a825e740cbb341508ca1830aa3b3');
  });
});

describe('a sample', () => {
  const drawing = { field: 'land' as const, seed: ' 482119307 ', size: 5, attempt: 1, today: '2026-03-04' };
  const list = Array.from({ length: 40 }, (_, n) => dossier(`H${n}`));

  it('is shown to be of its list by drawing again, and of no other', () => {
    const sample = newSample({ ...drawing, list });
    expect(isDrawnFrom(sample, [...list].reverse())).toBe(true);
    expect(isDrawnFrom(sample, list.slice(1))).toBe(false);
    expect(isDrawnFrom({ ...sample, draw: { ...sample.draw, seed: '1' } }, list)).toBe(false);
    expect(isDrawnFrom({ ...sample, draw: { ...sample.draw, algorithm: 'another/2' } }, list)).toBe(false);
    const [first, ...others] = sample.dossiers;
    if (!first) throw new Error('nothing was drawn');
    expect(isDrawnFrom({ ...sample, dossiers: [{ ...first, code: 'H99' }, ...others] }, list)).toBe(false);
  });
});
