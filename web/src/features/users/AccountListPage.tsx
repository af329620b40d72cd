import { Button, Text } from '@mantine/core';
import {
  ACCOUNT_STATES,
  ACCOUNT_STATE_LABELS,
  ROLES,
  ROLE_LABELS,
  SLIP_VALID_DAYS,
  type AccountState,
  type AccountView,
} from '@kiemtra/shared/users';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { InstantText } from '../../ui/DateText.js';
import { FilterBar } from '../../ui/FilterBar.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { SEARCH_PARAM, useUrlState } from '../../ui/url-state.js';
import { SLIPS_PATH } from './users.paths.js';
import { accountsQuery, useIssueSlips, type AccountFilter } from './users.queries.js';

const STATE_TONES: Record<AccountState, Tone> = { pending: 'waiting', active: 'done', deactivated: 'neutral' };

export function AccountStateBadge({ state }: { state: AccountState }) {
  return <StatusBadge tone={STATE_TONES[state]}>{ACCOUNT_STATE_LABELS[state]}</StatusBadge>;
}

const columns: Column<AccountView>[] = [
  {
    key: 'ten',
    header: 'Tên',
    width: '24%',
    cell: (account) => account.displayName,
    sortBy: (account) => account.displayName,
  },
  { key: 'dang-nhap', header: 'Tên đăng nhập', cell: (account) => account.loginName, sortBy: (a) => a.loginName },
  {
    key: 'don-vi',
    header: 'Đơn vị',
    cell: (account) => account.organization?.name,
    sortBy: (account) => account.organization?.name ?? null,
  },
  { key: 'vai-tro', header: 'Vai trò', cell: (account) => account.roles.map((role) => ROLE_LABELS[role]).join(', ') },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    width: '9rem',
    cell: (account) => <AccountStateBadge state={account.state} />,
    sortBy: (account) => ACCOUNT_STATE_LABELS[account.state],
  },
  {
    key: 'gan-nhat',
    header: 'Đăng nhập gần nhất',
    width: '11rem',
    cell: (account) => <InstantText instant={account.lastLoginAt} />,
    sortBy: (account) => account.lastLoginAt,
  },
];

function oneOf<Value extends string>(values: readonly Value[], value: string): Value | '' {
  return values.find((known) => known === value) ?? '';
}

/** The accounts of the province. */
export function AccountListPage() {
  const [search] = useUrlState(SEARCH_PARAM);
  const [role, setRole] = useUrlState('vai-tro');
  const [state, setState] = useUrlState('trang-thai');
  const filter: AccountFilter = { search, role: oneOf(ROLES, role), state: oneOf(ACCOUNT_STATES, state) };
  const accounts = useQuery(accountsQuery(filter));
  const isFiltered = Object.values(filter).some(Boolean);
  const waiting = filter.state === 'pending' && !accounts.isPlaceholderData ? (accounts.data ?? []) : [];

  return (
    <Page
      title="Tài khoản"
      actions={
        useCan('accounts.manage') && (
          <>
            {waiting.length > 0 && <PrintAgain accounts={waiting} />}
            <CreateActions />
          </>
        )
      }
    >
      <FilterBar label="Tìm theo tên, tên đăng nhập, chức vụ">
        <SelectField
          label="Vai trò"
          placeholder="Mọi vai trò"
          value={role}
          onChange={setRole}
          options={ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))}
        />
        <SelectField
          label="Trạng thái"
          placeholder="Mọi trạng thái"
          value={state}
          onChange={setState}
          options={ACCOUNT_STATES.map((value) => ({ value, label: ACCOUNT_STATE_LABELS[value] }))}
        />
      </FilterBar>
      {accounts.isError ? (
        <ProblemAlert problem={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : (
        <DataTable
          label="Tài khoản"
          noun="tài khoản"
          rows={accounts.data}
          columns={columns}
          rowKey={(account) => account.id}
          rowTo={(account) => `/tai-khoan/${account.id}`}
          empty={
            isFiltered
              ? 'Không có tài khoản nào khớp. Đề nghị bớt điều kiện lọc.'
              : 'Tài khoản của Sở và của các đơn vị được kiểm tra nằm ở đây.'
          }
        />
      )}
    </Page>
  );
}

/** New slips for everybody in the list: all of them still wait for activation. */
function PrintAgain({ accounts }: { accounts: readonly AccountView[] }) {
  const navigate = useNavigate();
  const issueSlips = useIssueSlips();
  const print = async () => {
    const slips = await issueSlips.mutateAsync({ accountIds: accounts.map(({ id }) => id) });
    void navigate(SLIPS_PATH, { state: { slips } });
  };
  return (
    <ConfirmAct
      act="In lại phiếu"
      variant="default"
      title={`In lại phiếu cho ${accounts.length} tài khoản chờ kích hoạt`}
      onConfirm={print}
    >
      <Text>
        Mỗi tài khoản trong danh sách đang hiện có một phiếu mới, hiệu lực {SLIP_VALID_DAYS} ngày; phiếu đã in trước đây
        không dùng được nữa. Mã chỉ hiện một lần nên cần in ngay.
      </Text>
    </ConfirmAct>
  );
}

function CreateActions() {
  return (
    <>
      <Button variant="default" component={Link} to="/tai-khoan/nhieu-don-vi">
        Tạo cho nhiều đơn vị
      </Button>
      <Button component={Link} to="/tai-khoan/moi">
        Tạo tài khoản
      </Button>
    </>
  );
}
