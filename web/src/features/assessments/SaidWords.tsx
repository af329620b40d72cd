import { isScored, resultOf, type Criterion } from '@kiemtra/shared/criteria';
import { isWholeField, saidText, type CellValue, type Field } from '@kiemtra/shared/fieldwork';

interface SaidWordsProps {
  criterion: Criterion | undefined;
  field: Field;
  said: CellValue;
}

/** What was said, in words; as bare figures where the criterion is not known or does not read them. */
export function SaidWords({ criterion, field, said }: SaidWordsProps) {
  const isRead =
    said === null ||
    typeof said === 'string' ||
    isWholeField(field) ||
    (criterion && isScored(criterion) && resultOf(criterion, said));
  return <>{isRead ? saidText(field, said, criterion) : figuresOf(said)}</>;
}

function figuresOf(said: object): string {
  return JSON.stringify(said).replaceAll(/["{}]/g, '').replaceAll(/[:,]/g, '$& ');
}
