import { manifestCode, manifestOf, type ManifestLine } from './manifest.js';

const line = (change: Partial<ManifestLine> = {}): ManifestLine => ({
  criterion: '1.1',
  field: 'input',
  rev: 2,
  value: { numerator: '18', denominator: '20' },
  files: [],
  ...change,
});
const files = line({ field: 'evidence', rev: 0, value: null, files: ['a'.repeat(64), 'b'.repeat(64)] });
const whole = line({ criterion: '', field: 'dossiers:land', value: [{ code: 'x' }] });

describe('the manifest of what was recorded', () => {
  it('is the same whatever the order in which things were read', () => {
    const turned = line({ value: { denominator: '20', numerator: '18' } });
    const filesTurned = { ...files, files: [...files.files].reverse() };
    expect(manifestOf([line(), files, whole])).toBe(manifestOf([whole, filesTurned, turned]));
    expect(manifestOf([])).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, ManifestLine[]]>([
    ['a value', [line({ value: { numerator: '19', denominator: '20' } }), files]],
    ['a revision alone', [line({ rev: 3 }), files]],
    ['a place', [line({ criterion: '1.2' }), files]],
    ['a field', [line({ field: 'note' }), files]],
    ['a file', [line(), { ...files, files: ['a'.repeat(64)] }]],
    ['a thing more', [line(), files, whole]],
    ['a thing less', [line()]],
  ])('changes with %s', (_, lines) => {
    expect(manifestOf(lines)).not.toBe(manifestOf([line(), files]));
  });

  it('changes with the order of a list, which is part of what it says', () => {
    expect(manifestOf([line({ value: ['a', 'b'] })])).not.toBe(manifestOf([line({ value: ['b', 'a'] })]));
  });

  it('stays what it was from release to release: it is kept with what was closed', () => {
    expect(manifestOf([line(), files, whole])).toBe('5b3a796f993c6ef8e2b1db5809072f433f72c81b3ee2961670c6d715fe09fe5d');
  });

  it('is compared by its first digits', () => {
    expect(manifestCode('3f2a91bc00')).toBe('3F2A-91BC');
  });
});
