import type { TotalsView } from '@kiemtra/shared/assessments';
import { AREAS } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { NONE } from '../../ui/DateText.js';
import styles from './assessment.module.css';

interface AreaTotalsProps {
  totals: TotalsView;
  /** The set gives points; else its items are only met or not. */
  hasPoints: boolean;
}

/** What each area came to, and the whole. */
export function AreaTotals({ totals: { areas, whole }, hasPoints }: AreaTotalsProps) {
  const lines = [
    ...areas.map(({ area, ...rest }) => ({ key: area, name: AREAS[area].shortName, ...rest })),
    { key: 'all', name: 'Cả phiếu', tally: whole.tally, answered: whole.answered, percent: whole.percent },
  ];
  return (
    <div className={styles.scroller} role="region" aria-label="Kết quả theo lĩnh vực" tabIndex={0}>
      <table className={styles.totals}>
        <thead>
          <tr>
            <th scope="col">Lĩnh vực</th>
            <th scope="col">Đã chấm</th>
            {hasPoints && (
              <>
                <th scope="col">Điểm</th>
                <th scope="col">Tối đa</th>
                <th scope="col">Tỷ lệ</th>
              </>
            )}
            <th scope="col">{hasPoints ? 'Đủ điểm' : 'Đạt'}</th>
            <th scope="col">{hasPoints ? 'Bị trừ' : 'Chưa đạt'}</th>
            <th scope="col">Không áp dụng</th>
            <th scope="col">Không kiểm tra</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, tally, answered, percent }) => (
            <tr key={key} data-whole={key === 'all'}>
              <th scope="row">{name}</th>
              <td>
                {answered}/{tally.total}
              </td>
              {hasPoints && (
                <>
                  <td>{answered > 0 ? formatDecimal(tally.points, 2) : NONE}</td>
                  <td>{answered > 0 ? formatDecimal(tally.max, 2) : NONE}</td>
                  <td>{percent === null ? NONE : `${formatDecimal(percent, 2)}%`}</td>
                </>
              )}
              <td>{tally.full}</td>
              <td>{tally.short}</td>
              <td>{tally.excluded}</td>
              <td>{tally.notChecked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
