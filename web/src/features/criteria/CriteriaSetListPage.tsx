import { Anchor, Button } from '@mantine/core';
import { PURPOSE_NAMES, type CriteriaSetView } from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { SampleBadge, VersionStateBadge, audienceText } from './criteria-texts.js';
import { IMPORT_PATH, CRITERIA_CRUMB, versionPath } from './criteria.paths.js';
import { criteriaSetsQuery } from './criteria.queries.js';
import styles from './criteria.module.css';

const newest = ({ versions }: CriteriaSetView) => versions[0];

const columns: Column<CriteriaSetView>[] = [
  { key: 'ten', header: 'Tên bộ', width: '34%', cell: (set) => <SetName set={set} />, sortBy: ({ name }) => name },
  {
    key: 'muc-dich',
    header: 'Mục đích',
    width: '11rem',
    cell: ({ purpose }) => PURPOSE_NAMES[purpose],
    sortBy: ({ purpose }) => PURPOSE_NAMES[purpose],
  },
  { key: 'doi-tuong', header: 'Đối tượng', cell: (set) => audienceText(newest(set)?.audience ?? []) },
  { key: 'phien-ban', header: 'Phiên bản', width: '13rem', cell: (set) => <Versions set={set} /> },
  {
    key: 'tieu-chi',
    header: 'Tiêu chí',
    width: '6rem',
    isNumeric: true,
    cell: (set) => newest(set)?.criteriaCount,
    sortBy: (set) => newest(set)?.criteriaCount ?? null,
  },
  {
    key: 'diem',
    header: 'Điểm tối đa',
    width: '7rem',
    isNumeric: true,
    cell: (set) => {
      const maxPoints = newest(set)?.maxPoints;
      return maxPoints && formatDecimal(maxPoints);
    },
  },
];

/** The sets of the province; a row opens the newest version, older ones have links of their own. */
export function CriteriaSetListPage() {
  const sets = useQuery(criteriaSetsQuery);
  const importLink = useCan('criteria.manage') && (
    <Button component={Link} to={IMPORT_PATH}>
      Nhập bộ tiêu chí
    </Button>
  );
  return (
    <Page title={CRITERIA_CRUMB.label} actions={importLink}>
      {sets.isError ? (
        <ProblemAlert problem={sets.error} onRetry={() => void sets.refetch()} />
      ) : (
        <DataTable
          label="Các bộ tiêu chí"
          noun="bộ"
          rows={sets.data}
          columns={columns}
          rowKey={({ id }) => id}
          rowTo={(set) => versionPath(newest(set)?.id ?? '')}
          empty="Các bộ tiêu chí dùng để kiểm tra và chấm điểm nằm ở đây. Nhập bộ đầu tiên từ tệp JSON."
          emptyAction={importLink}
        />
      )}
    </Page>
  );
}

function SetName({ set: { name, isSample } }: { set: CriteriaSetView }) {
  return (
    <>
      {name} {isSample && <SampleBadge />}
    </>
  );
}

function Versions({ set }: { set: CriteriaSetView }) {
  return (
    <ul className={styles.versions}>
      {set.versions.map(({ id, number, state }) => (
        <li key={id}>
          <Anchor component={Link} to={versionPath(id)} inherit>
            Bản {number}
          </Anchor>{' '}
          <VersionStateBadge state={state} />
        </li>
      ))}
    </ul>
  );
}
