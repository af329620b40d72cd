import type { PackView } from '@kiemtra/shared/assessments';
import { WorkingCalendar } from '@kiemtra/shared/calendar';
import { DOSSIER_FIELDS, DOSSIER_FIELD_LABELS } from '@kiemtra/shared/dossiers';
import type { WholeField } from '@kiemtra/shared/fieldwork';
import { VISIT_STATE_LABELS, visitTimeText } from '@kiemtra/shared/visits';
import { useMemo, type ComponentType } from 'react';
import { useWholeCells, type AnswerPlace, type CellSnapshot } from '../../offline/index.js';
import { Page } from '../../ui/Page.js';
import { useUrlState } from '../../ui/url-state.js';
import styles from './dossiers.module.css';
import { FieldSample } from './FieldSample.js';
import { SampleRates } from './SampleRates.js';
import { samplesIn } from './samples.js';

/** Where the last word of a whole cell is, and who disagrees. */
export type CellStanding = ComponentType<{ field: WholeField; cell: CellSnapshot }>;

export interface DossiersPageProps {
  pack: PackView;
  place: AnswerPlace;
  isOpen: boolean;
  Standing: CellStanding;
  sheetPath: string;
}

/** "Mẫu hồ sơ": dossiers drawn at random in each field, what was found in them, and the rates that follow. */
export function DossiersPage({ pack, place, isOpen, Standing, sheetPath }: DossiersPageProps) {
  const { visit, criteria, holidays } = pack;
  const [address, setAddress] = useUrlState('linh-vuc', DOSSIER_FIELDS[0]);
  const shown = DOSSIER_FIELDS.find((field) => field === address) ?? DOSSIER_FIELDS[0];
  const cells = useWholeCells(place.target, 'dossiers:');
  const samples = useMemo(() => samplesIn(cells), [cells]);
  const calendar = useMemo(() => new WorkingCalendar(holidays ?? []), [holidays]);
  return (
    <Page
      title="Mẫu hồ sơ"
      crumbs={[{ label: `Phiếu chấm: ${visit.target.name}`, to: sheetPath }]}
      lead={visitTimeText(visit)}
    >
      <div className={styles.page}>
        {!isOpen && <p>Cuộc kiểm tra {VISIT_STATE_LABELS[visit.state].toLowerCase()}: mẫu hồ sơ chỉ để xem.</p>}
        {!holidays && <p>Máy chưa có bảng ngày nghỉ: số ngày chậm đang tính từ thứ Hai đến thứ Sáu.</p>}
        <div role="group" aria-label="Lĩnh vực" className={styles.fields}>
          {DOSSIER_FIELDS.map((field) => {
            const sample = samples.find((one) => one.field === field);
            return (
              <button
                key={field}
                type="button"
                className={styles.field}
                aria-pressed={field === shown}
                onClick={() => setAddress(field)}
              >
                {DOSSIER_FIELD_LABELS[field]}
                {sample && ` ${sample.dossiers.filter(({ isChecked }) => isChecked).length}/${sample.dossiers.length}`}
              </button>
            );
          })}
        </div>
        <FieldSample key={shown} field={shown} place={place} isOpen={isOpen} calendar={calendar} Standing={Standing} />
        <SampleRates samples={samples} criteria={criteria.criteria} place={place} isOpen={isOpen} />
      </div>
    </Page>
  );
}
