import { SegmentedControl } from '@mantine/core';
import { foldText } from '@kiemtra/shared/kernel';
import {
  ISSUED_STATES,
  REMEDY_STATE_LABELS,
  requestKindText,
  type RecipientLineView,
} from '@kiemtra/shared/remediation';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../api/me.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { AskedUntil, Due, RemedyStateBadge } from './remedy-badges.js';
import { paperName, recipientPath } from './remediation.paths.js';
import { recipientsQuery } from './remediation.queries.js';
import styles from './remediation.module.css';

const UNIT: Column<RecipientLineView> = {
  key: 'don-vi',
  header: 'Đơn vị',
  width: '20%',
  cell: ({ name }) => name,
  sortBy: ({ name }) => name,
};
const REQUEST: Column<RecipientLineView> = {
  key: 'kien-nghi',
  header: 'Kiến nghị',
  cell: ({ request }) => <span className={styles.clamped}>{request.text}</span>,
  sortBy: ({ request }) => request.text,
};
const REST: Column<RecipientLineView>[] = [
  {
    key: 'van-ban',
    header: 'Văn bản',
    width: '16%',
    cell: ({ request }) => paperName(request) || requestKindText(request.kind),
    sortBy: ({ request }) => request.issuedOn,
  },
  {
    key: 'han',
    header: 'Thời hạn',
    width: '15rem',
    cell: ({ due }) => <Due due={due} none="" />,
    sortBy: ({ due }) => due?.on ?? null,
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    width: '10rem',
    cell: ({ state, askedUntil }) => (
      <>
        <RemedyStateBadge state={state} />
        <AskedUntil date={askedUntil} />
      </>
    ),
    sortBy: ({ state }) => ISSUED_STATES.findIndex((known) => known === state),
  },
];

const WAITING = 'cho-xu-ly';
const ALL = 'tat-ca';

/** Requests at their recipients: what waits for the reader, or all of them; the nearest due date first. */
export function RecipientListPage() {
  const decides = useCan('remediation.decide');
  const answers = useCan('remediation.answer');
  const isUnit = answers && !decides;
  const [view, setView] = useUrlState('xem', decides || answers ? WAITING : ALL);
  const [state, setState] = useUrlState('trang-thai');
  const [planId] = useUrlState('ke-hoach');
  const [search] = useUrlState(SEARCH_PARAM);
  const mine = view === WAITING;
  const known = ISSUED_STATES.find((one) => one === state);
  const lines = useQuery(
    recipientsQuery({ ...(mine ? { mine } : { state: known ?? '' }), ...(planId ? { planId } : {}) }),
  );
  const words = foldText(search);
  const rows = lines.data?.filter(({ name, request }) =>
    foldText(`${name} ${request.text} ${request.number ?? ''}`).includes(words),
  );
  const isFiltered = search !== '' || (!mine && state !== '') || planId !== '';

  return (
    <Page title="Khắc phục">
      {(decides || answers) && (
        <SegmentedControl
          aria-label="Xem"
          mb="md"
          value={view}
          onChange={setView}
          data={[
            { value: WAITING, label: isUnit ? 'Việc của đơn vị' : 'Chờ xem xét' },
            { value: ALL, label: 'Tất cả' },
          ]}
        />
      )}
      <FilterBar label={isUnit ? 'Tìm theo nội dung, số văn bản' : 'Tìm theo đơn vị, nội dung, số văn bản'}>
        {!mine && (
          <SelectField
            label="Trạng thái"
            placeholder="Mọi trạng thái"
            value={state}
            onChange={setState}
            options={ISSUED_STATES.map((value) => ({ value, label: REMEDY_STATE_LABELS[value] }))}
          />
        )}
      </FilterBar>
      {lines.isError ? (
        <ProblemAlert problem={lines.error} onRetry={() => void lines.refetch()} />
      ) : (
        <DataTable
          label="Kiến nghị theo nơi nhận"
          noun={isUnit ? 'kiến nghị' : 'nơi nhận'}
          rows={rows}
          {...(lines.data ? { total: lines.data.length } : {})}
          columns={isUnit ? [REQUEST, ...REST] : [UNIT, REQUEST, ...REST]}
          rowKey={({ id }) => id}
          rowTo={({ id }) => recipientPath(id)}
          empty={emptyText(mine, isFiltered, isUnit)}
        />
      )}
    </Page>
  );
}

function emptyText(mine: boolean, isFiltered: boolean, isUnit: boolean): string {
  if (isFiltered) return 'Không có kiến nghị nào khớp. Đề nghị bớt điều kiện lọc.';
  if (!mine) return 'Kiến nghị đã phát hành và việc khắc phục ở từng nơi nhận nằm ở đây.';
  return isUnit ? 'Hiện không có việc nào phải làm.' : 'Không có báo cáo khắc phục, đề nghị gia hạn nào chờ xem xét.';
}
