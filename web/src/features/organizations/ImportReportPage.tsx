import { Radio } from '@mantine/core';
import { formatDecimal } from '@kiemtra/shared/kernel';
import {
  IMPORT_ISSUE_LABELS,
  IMPORT_ISSUE_REASONS,
  type ImportIssueReason,
  type ImportIssueView,
  type ImportReportView,
} from '@kiemtra/shared/organizations';
import { useQuery } from '@tanstack/react-query';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { useUrlState } from '../../ui/url-state.js';
import { ORGANIZATIONS_CRUMB, UNITS_CRUMB } from './organizations.paths.js';
import { importReportQuery } from './organizations.queries.js';
import styles from './organizations.module.css';

interface IssueRow extends ImportIssueView {
  /** Lines of the national list have no name of their own, and some stand in it twice. */
  line: number;
}

const columns: Column<IssueRow>[] = [
  {
    key: 'cu',
    header: 'Đơn vị cũ',
    width: '34%',
    cell: ({ oldName, oldDistrict, oldProvince }) => [oldName, oldDistrict, oldProvince].filter(Boolean).join(', '),
    sortBy: ({ oldName }) => oldName,
  },
  { key: 'ma-cu', header: 'Mã cũ', width: '6rem', cell: ({ oldCode }) => oldCode, sortBy: ({ oldCode }) => oldCode },
  {
    key: 'moi',
    header: 'Đơn vị mới',
    width: '26%',
    cell: ({ newName, newProvince }) => `${newName}, ${newProvince}`,
    sortBy: ({ newName }) => newName,
  },
  { key: 'ma-moi', header: 'Mã mới', width: '6rem', cell: ({ newCode }) => newCode, sortBy: ({ newCode }) => newCode },
  { key: 'ly-do', header: 'Lý do', cell: ({ reason }) => IMPORT_ISSUE_LABELS[reason] },
];

/** What the import of the national lists could not use, and why. */
export function ImportReportPage() {
  const [typedReason, setReason] = useUrlState('ly-do');
  const reason: ImportIssueReason | '' = IMPORT_ISSUE_REASONS.find((known) => known === typedReason) ?? '';
  const report = useQuery(importReportQuery(reason));

  return (
    <Page
      title="Kết quả nhập danh mục"
      crumbs={[ORGANIZATIONS_CRUMB, UNITS_CRUMB]}
      lead="Những dòng của bảng chuyển đổi đơn vị hành chính toàn quốc không dùng được; quan hệ sáp nhập ở các dòng này để trống."
    >
      {report.isError ? (
        <ProblemAlert problem={report.error} onRetry={() => void report.refetch()} />
      ) : report.data ? (
        <Report report={report.data} reason={reason} onReason={setReason} />
      ) : (
        <Skeletons lines={8} />
      )}
    </Page>
  );
}

const lines = (count: number) => `${formatDecimal(String(count))} dòng`;

interface ReportProps {
  report: ImportReportView;
  reason: string;
  onReason: (reason: string) => void;
}

function Report({ report, reason, onReason }: ReportProps) {
  const rows = report.items.map((issue, line) => ({ ...issue, line }));
  return (
    <>
      <Radio.Group label="Lý do" value={reason} onChange={onReason} className={styles.reasons}>
        <div className={styles.choices}>
          <Radio
            classNames={{ body: styles.choice }}
            value=""
            label={`Mọi lý do: ${lines(report.counts.reduce((sum, { count }) => sum + count, 0))}`}
          />
          {report.counts.map(({ reason: value, count }) => (
            <Radio
              key={value}
              classNames={{ body: styles.choice }}
              value={value}
              label={`${IMPORT_ISSUE_LABELS[value]}: ${lines(count)}`}
            />
          ))}
        </div>
      </Radio.Group>
      <DataTable
        label="Dòng không dùng được"
        noun="dòng"
        rows={rows}
        total={report.total}
        columns={columns}
        rowKey={({ line }) => String(line)}
        empty="Mọi dòng của danh mục toàn quốc đều dùng được."
      />
    </>
  );
}
