import type { AssessedCriterionView, AssessmentView } from '@kiemtra/shared/assessments';
import { AREAS } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { InstantText } from '../../ui/DateText.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { Page, type Crumb } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { assessmentQuery } from './assessments.queries.js';
import { AreaTotals } from './AreaTotals.js';
import { AssessedRow } from './AssessedRow.js';
import styles from './assessment.module.css';
import { filteredRows, RESULT_FILTERS, useAssessmentFilter } from './assessment-filter.js';

interface AssessmentPageProps {
  crumbs: Crumb[];
  /** Ways to what else is known of the target. */
  actions: ReactNode;
}

/** How a target was scored on site: totals by area, then every criterion with how its result came about. To read. */
export function AssessmentPage({ crumbs, actions }: AssessmentPageProps) {
  const { targetId = '' } = useParams();
  const assessment = useQuery(assessmentQuery(targetId));
  if (assessment.isPending) return <Skeletons lines={10} />;
  if (assessment.isError) {
    return (
      <Page title="Kết quả chấm" crumbs={crumbs}>
        <ProblemAlert problem={assessment.error} onRetry={() => void assessment.refetch()} />
      </Page>
    );
  }
  const { target, criteria } = assessment.data;
  return (
    <Page
      title={target.name}
      crumbs={crumbs}
      actions={actions}
      {...(criteria && { lead: `Kết quả chấm theo ${criteria.name}${criteria.isSample ? ' · dữ liệu mẫu' : ''}` })}
    >
      {criteria ? (
        <Scored assessment={assessment.data} />
      ) : (
        <EmptyState>
          Kế hoạch này không gắn bộ tiêu chí nên đơn vị không được chấm; kết quả ghi thành ưu điểm, tồn tại, hạn chế.
        </EmptyState>
      )}
    </Page>
  );
}

function Scored({ assessment: { totals, rows } }: { assessment: AssessmentView }) {
  const filter = useAssessmentFilter();
  const shown = filteredRows(rows, filter);
  const { answered, tally } = totals.whole;
  if (answered === 0 && rows.every(({ answer }) => answer === null)) {
    return (
      <EmptyState>
        Chưa có tiêu chí nào được chấm. Điểm, cách tính và ghi chú của đoàn hiện ở đây ngay khi đoàn ghi tại đơn vị.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.summary}>
        {summaryOf(totals)} {totals.conflicts > 0 && `${totals.conflicts} tiêu chí có ý kiến khác nhau. `}
        Thay đổi lần cuối: <InstantText instant={totals.changedAt} />.
      </p>
      <AreaTotals totals={totals} hasPoints={hasPoints(rows)} />
      <FilterBar label="Tìm trong tiêu chí, ghi chú">
        <SelectField
          label="Lĩnh vực"
          placeholder="Mọi lĩnh vực"
          value={filter.area}
          onChange={filter.setArea}
          options={totals.areas.map(({ area }) => ({ value: area, label: AREAS[area].shortName }))}
        />
        <SelectField
          label="Kết quả"
          placeholder="Mọi kết quả"
          value={filter.result}
          onChange={filter.setResult}
          options={RESULT_FILTERS}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <EmptyState>Không có tiêu chí nào khớp. Đề nghị bớt điều kiện lọc.</EmptyState>
      ) : (
        <>
          <p className={styles.count}>{countText(shown.filter(({ isScored }) => isScored).length, tally.total)}</p>
          <div className={styles.rows}>
            {shown.map((row) => (
              <AssessedRow key={row.key} row={row} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

function countText(shown: number, total: number): string {
  return shown === total ? `${total} tiêu chí` : `${shown} trong ${total} tiêu chí`;
}

function hasPoints(rows: readonly AssessedCriterionView[]): boolean {
  return rows.some(({ maxPoints }) => maxPoints !== null);
}

function summaryOf({ whole: { tally, answered, score, percent } }: AssessmentView['totals']): string {
  const progress = `Đã chấm ${answered}/${tally.total} tiêu chí`;
  if (percent === null) return `${progress}: ${tally.full} đạt, ${tally.short} chưa đạt.`;
  const points = `${formatDecimal(tally.points)}/${formatDecimal(tally.max)} điểm (${formatDecimal(percent, 2)}%)`;
  return `${progress}, được ${points}; quy về thang 100, sau cộng và trừ: ${formatDecimal(score ?? percent)}.`;
}
