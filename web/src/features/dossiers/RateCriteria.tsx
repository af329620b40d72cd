import { Button } from '@mantine/core';
import {
  derivationText,
  isScored,
  readInput,
  resultOf,
  type Criterion,
  type ScoredCriterion,
} from '@kiemtra/shared/criteria';
import { rateAskedBy, rateInput, rateNote, type DossierRate } from '@kiemtra/shared/dossiers';
import { formatDecimal, sameJson } from '@kiemtra/shared/kernel';
import { useCell, useLedger, type AnswerPlace } from '../../offline/index.js';
import styles from './dossiers.module.css';

interface RateCriteriaProps {
  rate: DossierRate;
  criteria: readonly Criterion[];
  place: AnswerPlace;
  isOpen: boolean;
}

/** The criteria that ask for a rate, each with what it holds and a button that puts the rate there. */
export function RateCriteria({ rate, criteria, place, isOpen }: RateCriteriaProps) {
  const asking = criteria.filter(isScored).filter(({ rule }) => rateAskedBy(rule) === rate.kind);
  if (asking.length === 0) {
    return <p className={styles.hint}>Bộ tiêu chí không có tiêu chí tính theo tỷ lệ này.</p>;
  }
  return asking.map((criterion) => (
    <RateCriterion key={criterion.key} criterion={criterion} rate={rate} place={place} isOpen={isOpen} />
  ));
}

interface RateCriterionProps extends Omit<RateCriteriaProps, 'criteria'> {
  criterion: ScoredCriterion;
}

function RateCriterion({ criterion, rate, place, isOpen }: RateCriterionProps) {
  const { key, code, text } = criterion;
  const ledger = useLedger();
  const { value } = useCell(place.target, key, 'input');
  const note = useCell(place.target, key, 'note');
  const input = readInput(criterion, rateInput(rate)).value;
  const result = resultOf(criterion, value);
  const isThere = input !== null && sameJson(input, value);
  const figures = `${formatDecimal(String(rate.numerator))}/${formatDecimal(String(rate.denominator))}`;
  const put = () => {
    if (!input) return;
    const at = { ...place, criterion: key };
    ledger.setInput(at, input);
    if (note.value === null) {
      ledger.setNote(at, rateNote(rate));
      void ledger.commit();
    }
  };
  return (
    <div className={styles.criterion}>
      <p>
        <strong>{code}</strong> {text}
      </p>
      <p role="status" className={styles.hint}>
        {result ? `Đang ghi: ${derivationText(result)}` : 'Chưa chấm'}
      </p>
      {isOpen && input !== null && !isThere && (
        <Button
          variant="default"
          onClick={put}
          aria-label={`${value === null ? 'Ghi' : 'Thay bằng'} ${figures} vào tiêu chí ${code}`}
        >
          {value === null ? `Ghi ${figures} vào tiêu chí` : `Thay bằng ${figures}`}
        </Button>
      )}
      {isThere && <p className={styles.there}>Tiêu chí đang ghi theo mẫu hồ sơ.</p>}
    </div>
  );
}
