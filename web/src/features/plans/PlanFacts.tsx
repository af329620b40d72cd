import { AREAS } from '@kiemtra/shared/criteria';
import { citation, citedBasis } from '@kiemtra/shared/documents';
import { formatDate } from '@kiemtra/shared/kernel';
import { PLAN_KIND_LABELS, type LegalBasisView, type PlanView } from '@kiemtra/shared/plans';
import { DateText } from '../../ui/DateText.js';
import { Facts } from '../../ui/Facts.js';
import styles from './plans.module.css';

/** "từ 02/03/2026 đến 31/03/2026", or the end that is known; null when neither is. */
function span(from: string | null, to: string | null): string | null {
  const parts = [from && `từ ${formatDate(from)}`, to && `đến ${formatDate(to)}`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : null;
}

function basisText(basis: LegalBasisView): string {
  return citation(citedBasis(basis));
}

/** What a plan says of itself. */
export function PlanFacts({ plan }: { plan: PlanView }) {
  return (
    <Facts
      facts={[
        ['Hình thức', PLAN_KIND_LABELS[plan.kind]],
        ['Cơ quan ban hành', plan.authority.name],
        ['Số, ký hiệu', plan.number],
        ['Ngày ban hành', <DateText key="issued" date={plan.issuedOn} />],
        ['Thời gian kiểm tra', span(plan.startsOn, plan.endsOn)],
        ['Thời kỳ kiểm tra', span(plan.dataFrom, plan.dataTo)],
        ['Ghi chú lịch', plan.scheduleNote],
        ['Lĩnh vực', plan.areas.map((area) => AREAS[area].shortName).join('; ')],
        ['Nội dung khác', plan.otherContents.join('; ')],
        ['Bộ tiêu chí', plan.criteria && `${plan.criteria.name}, bản ${plan.criteria.number}`],
        ['Căn cứ', plan.legalBases.length === 0 ? null : <LegalBases key="bases" bases={plan.legalBases} />],
      ]}
    />
  );
}

function LegalBases({ bases }: { bases: readonly LegalBasisView[] }) {
  return (
    <ul className={styles.bases}>
      {bases.map((basis) => (
        <li key={basisText(basis)}>{basisText(basis)}</li>
      ))}
    </ul>
  );
}
