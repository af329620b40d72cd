/** A sample out of a list. Apart from the reading of samples, so that whoever only reads them carries no draw along. */
import type { CalendarDate } from '../kernel/index.js';
import { timingOf, uncheckedDossier, type DossierField, type ListedDossier } from './dossier.rules.js';
import type { DossierSample } from './dossier-sample.js';
import { DRAW_ALGORITHM, drawSample, listDigest } from './draw.js';

interface Drawing {
  field: DossierField;
  list: readonly ListedDossier[];
  size: number;
  seed: string;
  attempt: number;
  today: CalendarDate;
}

/** Draws the sample of a field; its register begins with what the list itself counts. */
export function newSample({ field, list: drawnFrom, size, seed, attempt, today }: Drawing): DossierSample {
  const counted = { on_time: 0, late: 0, running: 0 };
  for (const one of drawnFrom) counted[timingOf(one, today)] += 1;
  return {
    field,
    draw: {
      algorithm: DRAW_ALGORITHM,
      seed: seed.normalize('NFC').trim(),
      size,
      attempt,
      listLength: drawnFrom.length,
      listSha256: listDigest(drawnFrom),
    },
    drawnOn: today,
    register: {
      received: drawnFrom.length,
      onTime: counted.on_time,
      late: counted.late,
      running: counted.running,
    },
    dossiers: drawSample(drawnFrom, size, seed.normalize('NFC').trim()).map(uncheckedDossier),
  };
}

/** Whether a list and the sample of it belong together: the same list, drawn again, gives the same dossiers. */
export function isDrawnFrom({ draw: how, dossiers: drawn }: DossierSample, from: readonly ListedDossier[]): boolean {
  if (how.algorithm !== DRAW_ALGORITHM || how.listSha256 !== listDigest(from)) return false;
  const again = drawSample(from, how.size, how.seed);
  return again.length === drawn.length && again.every(({ code }, place) => drawn[place]?.code === code);
}
