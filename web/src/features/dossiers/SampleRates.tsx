import type { Criterion } from '@kiemtra/shared/criteria';
import { dossierRate, ratePartsText, rateText, RATE_KINDS, type DossierSample } from '@kiemtra/shared/dossiers';
import type { AnswerPlace } from '../../offline/index.js';
import styles from './dossiers.module.css';
import { RateCriteria } from './RateCriteria.js';

interface SampleRatesProps {
  samples: readonly DossierSample[];
  criteria: readonly Criterion[];
  place: AnswerPlace;
  isOpen: boolean;
}

/** What the samples of all fields say together, each rate with its denominator, what it leaves out and where it belongs. */
export function SampleRates({ samples, ...rest }: SampleRatesProps) {
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
              <RateCriteria rate={rate} {...rest} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
