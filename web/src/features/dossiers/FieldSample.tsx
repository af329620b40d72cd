import { Button } from '@mantine/core';
import type { WorkingCalendar } from '@kiemtra/shared/calendar';
import {
  DOSSIER_FIELD_LABELS,
  sampleText,
  type Dossier,
  type DossierField,
  type DossierSample,
} from '@kiemtra/shared/dossiers';
import { formatDate, formatDecimal } from '@kiemtra/shared/kernel';
import { useCallback, useState } from 'react';
import { useCell, useLedger, type AnswerPlace } from '../../offline/index.js';
import { Facts } from '../../ui/Facts.js';
import { CheckDraw } from './CheckDraw.js';
import { DossierCard } from './DossierCard.js';
import styles from './dossiers.module.css';
import type { CellStanding } from './DossiersPage.js';
import { DrawForm } from './DrawForm.js';
import { RegisterFields } from './RegisterFields.js';
import { sampleOf } from './samples.js';

interface FieldSampleProps {
  field: DossierField;
  place: AnswerPlace;
  isOpen: boolean;
  calendar: WorkingCalendar;
  Standing: CellStanding;
}

/** The sample of one field: how it was drawn, what was found in each dossier, what the register counts. */
export function FieldSample({ field, place, isOpen, calendar, Standing }: FieldSampleProps) {
  const ledger = useLedger();
  const name = `dossiers:${field}` as const;
  const cell = useCell(place.target, '', name);
  const sample = sampleOf(cell);
  const [shown, setShown] = useState<'draw' | 'check' | null>(null);
  const toggle = (part: 'draw' | 'check') => setShown((now) => (now === part ? null : part));

  // What is there now, not what was drawn last: two fields may be left at once.
  const change = useCallback(
    (next: (now: DossierSample) => DossierSample) => {
      const now = sampleOf(ledger.cell(place.target, '', name));
      if (now) ledger.setWhole(place, name, next(now));
    },
    [ledger, place, name],
  );
  const changeDossier = useCallback(
    (code: string, found: Partial<Dossier>) =>
      change((now) => ({
        ...now,
        dossiers: now.dossiers.map((one) => (one.code === code ? { ...one, ...found } : one)),
      })),
    [change],
  );
  const draw = (drawn: DossierSample) => {
    ledger.setWhole(place, name, drawn);
    setShown(null);
  };

  return (
    <section aria-label={DOSSIER_FIELD_LABELS[field]} className={styles.stack}>
      <div>
        <h2>{sample ? sampleText(sample) : DOSSIER_FIELD_LABELS[field]}</h2>
        <Standing field={name} cell={cell} />
      </div>
      {!sample && !isOpen && <p className={styles.hint}>Chưa rút hồ sơ ở lĩnh vực này.</p>}
      {!sample && isOpen && <DrawForm field={field} before={null} onDraw={draw} />}
      {sample && (
        <>
          <HowDrawn sample={sample} />
          <div className={styles.acts}>
            <Button variant="default" aria-expanded={shown === 'check'} onClick={() => toggle('check')}>
              Kiểm lại lần rút
            </Button>
            {isOpen && (
              <Button variant="default" aria-expanded={shown === 'draw'} onClick={() => toggle('draw')}>
                Rút mẫu khác
              </Button>
            )}
          </div>
          {shown === 'check' && <CheckDraw sample={sample} />}
          {shown === 'draw' && isOpen && <DrawForm field={field} before={sample} onDraw={draw} />}
          <ol className={styles.cards} aria-label="Hồ sơ được rút">
            {sample.dossiers.map((dossier, index) => (
              <DossierCard
                key={dossier.code}
                dossier={dossier}
                place={index + 1}
                drawnOn={sample.drawnOn}
                calendar={calendar}
                isOpen={isOpen}
                onChange={changeDossier}
              />
            ))}
          </ol>
          <RegisterFields
            register={sample.register}
            isOpen={isOpen}
            onChange={(counted) => change((now) => ({ ...now, register: { ...now.register, ...counted } }))}
          />
        </>
      )}
    </section>
  );
}

/** Everything by which the draw can be repeated. */
function HowDrawn({ sample: { draw, drawnOn } }: { sample: DossierSample }) {
  return (
    <details className={styles.more}>
      <summary>Cách rút</summary>
      <Facts
        facts={[
          ['Ngày rút', formatDate(drawnOn)],
          ['Lần rút', String(draw.attempt)],
          [
            'Số chọn',
            <span key="seed" className={styles.name}>
              {draw.seed}
            </span>,
          ],
          ['Số hồ sơ rút', String(draw.size)],
          ['Danh sách', `${formatDecimal(String(draw.listLength))} hồ sơ`],
          ['Mã kiểm tra danh sách', <code key="sha">{draw.listSha256}</code>],
          ['Thuật toán', <code key="how">{draw.algorithm}</code>],
        ]}
      />
    </details>
  );
}
