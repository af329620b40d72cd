import type { FileCaption, WholeField } from '@kiemtra/shared/fieldwork';
import type { CellSnapshot, EvidenceSnapshot } from '../../../offline/index.js';

/** A file as the card shows it, with what is written under it. */
export interface ShownFile extends EvidenceSnapshot {
  caption: FileCaption;
  /** The cell of the caption: people may disagree on it. */
  captionCell: CellSnapshot;
}

export const captionField = (fileId: string): WholeField => `caption:${fileId}`;

const NOTHING_SAID: FileCaption = { caption: null, place: null };

/**
 * Files in the order people gave them, those without a place last, in the order of taking. A picture that another one was
 * drawn on is hidden; the drawn one stands where it stood.
 */
export function shownFiles(files: readonly EvidenceSnapshot[], captions: readonly CellSnapshot[]): ShownFile[] {
  const places = new Map(files.map(({ file }, index) => [file.id, index]));
  const covered = new Set(files.map(({ file }) => file.derived_from));
  const origins = new Map(files.map(({ file }) => [file.id, file.derived_from]));
  const taken = (id: string): number => {
    const origin = origins.get(id);
    // Ids are minted in the order of time, so no chain of origins comes back to itself.
    return origin !== undefined && origin < id && places.has(origin) ? taken(origin) : (places.get(id) ?? 0);
  };
  return files
    .flatMap((snapshot, index): ShownFile[] => {
      const captionCell = captions[index];
      if (!captionCell || covered.has(snapshot.file.id)) return [];
      const caption = (captionCell.value ?? NOTHING_SAID) as FileCaption;
      return [{ ...snapshot, captionCell, caption }];
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other) || taken(one.file.id) - taken(other.file.id));
}

function placeOf({ caption }: ShownFile): number {
  return caption.place ?? Number.MAX_SAFE_INTEGER;
}

/** What is to be said so that a file moves by one: every file whose place is then another one than its own. */
export function moved(shown: readonly ShownFile[], from: number, by: 1 | -1): { id: string; caption: FileCaption }[] {
  const order = [...shown];
  const [one] = order.splice(from, 1);
  if (one) order.splice(from + by, 0, one);
  return order.flatMap(({ file: { id }, caption }, place) =>
    caption.place === place ? [] : [{ id, caption: { ...caption, place } }],
  );
}
