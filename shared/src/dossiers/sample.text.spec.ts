import type { DossierSample } from './dossier-sample.js';
import { uncheckedDossier } from './dossier.rules.js';
import { drawnText, sampleText } from './sample.text.js';

const drawn = (code: string, isChecked: boolean) => ({
  ...uncheckedDossier({ code, procedure: null, received: '2026-03-02', due: '2026-03-05', returned: null }),
  isChecked,
});
const sample: DossierSample = {
  field: 'land',
  draw: { algorithm: 'sha256-rank/1', seed: 'a', size: 2, attempt: 2, listLength: 1340, listSha256: 'a'.repeat(64) },
  drawnOn: '2026-03-10',
  register: { received: 0, onTime: 0, late: 0, running: 0 },
  dossiers: [drawn('H-7', true), drawn('H-12', false)],
};

it('says how a sample was drawn and how far it was seen', () => {
  expect(sampleText(sample)).toBe('Đất đai: rút 2/1.340 hồ sơ (rút lần 2), đã xem 1');
});

it('names the dossiers, by which two samples of one field differ', () => {
  expect(drawnText(sample)).toBe('H-7 (đã xem), H-12');
});
