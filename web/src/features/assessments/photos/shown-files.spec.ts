import type { FileCaption } from '@kiemtra/shared/fieldwork';
import type { CellSnapshot, EvidenceSnapshot } from '../../../offline/index.js';
import { moved, shownFiles } from './shown-files.js';

const one = (id: string, derived_from?: string) =>
  ({ file: { id, ...(derived_from && { derived_from }) } }) as unknown as EvidenceSnapshot;
const cell = (value: FileCaption | null) => ({ value }) as unknown as CellSnapshot;
const at = (place: number | null, caption: string | null = null) => cell({ caption, place });
const shown = (files: EvidenceSnapshot[], captions = files.map(() => cell(null))) => shownFiles(files, captions);
const ids = (files: ReturnType<typeof shownFiles>) => files.map(({ file }) => file.id);

describe('shownFiles', () => {
  it('keeps the order of taking while nobody said another', () => {
    expect(ids(shown([one('a'), one('b'), one('c')]))).toEqual(['a', 'b', 'c']);
  });

  it('puts those with a place first', () => {
    expect(ids(shown([one('a'), one('b'), one('c')], [cell(null), at(1), at(0)]))).toEqual(['c', 'b', 'a']);
  });

  it('shows what was drawn on a picture in its place, and the picture again when that is taken away', () => {
    expect(ids(shown([one('a'), one('b'), one('c', 'a'), one('d', 'c')]))).toEqual(['d', 'b']);
    expect(ids(shown([one('a'), one('b'), one('c', 'a')]))).toEqual(['c', 'b']);
    expect(ids(shown([one('a'), one('b')]))).toEqual(['a', 'b']);
  });

  it('bears pictures that name each other', () => {
    expect(ids(shown([one('a', 'b'), one('b', 'a'), one('c', 'x')]))).toEqual(['c']);
  });
});

describe('moved', () => {
  it('says the places that change, with the captions as they are', () => {
    const files = [one('a'), one('b'), one('c')];
    expect(moved(shown(files, [at(0, 'Quầy'), at(1), at(2)]), 0, 1)).toEqual([
      { id: 'b', caption: { caption: null, place: 0 } },
      { id: 'a', caption: { caption: 'Quầy', place: 1 } },
    ]);
    expect(moved(shown(files), 2, -1).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  });
});
