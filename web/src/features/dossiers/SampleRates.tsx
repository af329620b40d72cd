import {
  dossierRate,
  ratePartsText,
  rateText,
  RATE_KINDS,
  type DossierRate,
  type DossierSample,
} from '@kiemtra/shared/dossiers';
import type { ReactNode } from 'react';
import styles from './dossiers.module.css';

interface SampleRatesProps {
  samples: readonly DossierSample[];
  /** What can be done with a rate. */
  actsOf: (rate: DossierRate) => ReactNode;
}

/** What the samples of all fields say together, each rate with its denominator and what it leaves out. */
export function SampleRates({ samples, actsOf }: SampleRatesProps) {
  if (samples.length === 0) return null;
  return (
    <section aria-label="Tỷ lệ từ mẫu hồ sơ" className={styles.stack}>
      <h2>Tỷ lệ từ mẫu hồ sơ</h2>
      <ul className={styles.rates}>
        {RATE_KINDS.map((kind) => {
          const rate = dossierRate(kind, samples);
          const parts = ratePartsText(rate);
          return (
            <li key={kind}>
              <strong>{rateText(rate)}</strong>
              {parts && <span className={styles.hint}>{parts}</span>}
              {actsOf(rate)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
