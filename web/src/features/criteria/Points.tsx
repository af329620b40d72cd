import { formatDecimal, type Decimal } from '@kiemtra/shared/kernel';
import styles from './criteria.module.css';

/** A number of points in a column whose commas stand under one another; `decimals` is the most the column holds. */
export function Points({ value, decimals }: { value: Decimal; decimals: number }) {
  const [whole, fraction] = formatDecimal(value).split(',');
  if (decimals === 0) return <>{whole}</>;
  return (
    <>
      {whole}
      <span className={styles.fraction} style={{ width: `calc(${decimals}ch + 0.3em)` }}>
        {fraction && `,${fraction}`}
      </span>
    </>
  );
}
