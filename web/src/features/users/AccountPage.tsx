import { Button, Group, Text } from '@mantine/core';
import { SLIP_VALID_DAYS, UpdateAccountDto, type AccountView } from '@kiemtra/shared/users';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { InstantText } from '../../ui/DateText.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { AccountFields, type UnitField } from './account-fields.js';
import { AccountStateBadge } from './AccountListPage.js';
import { ACCOUNTS_CRUMB, SLIPS_PATH } from './users.paths.js';
import {
  accountQuery,
  useDeactivateAccount,
  useIssueSlip,
  useReactivateAccount,
  useUpdateAccount,
} from './users.queries.js';

/** One account: who it is, its state, a new slip. */
export function AccountPage({ UnitField: Unit }: { UnitField: UnitField }) {
  const { accountId = '' } = useParams();
  const account = useQuery(accountQuery(accountId));
  const canManage = useCan('accounts.manage');
  if (account.isPending) return <Skeletons />;
  if (account.isError) {
    return (
      <Page title="Tài khoản" crumbs={[ACCOUNTS_CRUMB]}>
        <ProblemAlert problem={account.error} onRetry={() => void account.refetch()} />
      </Page>
    );
  }
  const { displayName, loginName, state, lastLoginAt, version } = account.data;
  return (
    <Page
      title={displayName}
      crumbs={[ACCOUNTS_CRUMB]}
      lead={
        <>
          <AccountStateBadge state={state} /> {loginName} · đăng nhập gần nhất: <InstantText instant={lastLoginAt} />
        </>
      }
      actions={
        <>
          <HistoryLink kind="account" id={accountId} />
          {canManage && <AccountActs account={account.data} />}
        </>
      }
    >
      {canManage && <EditAccount key={version} account={account.data} UnitField={Unit} />}
    </Page>
  );
}

function EditAccount({ account, UnitField: Unit }: { account: AccountView; UnitField: UnitField }) {
  const update = useUpdateAccount(account.id);
  const [isSaved, setIsSaved] = useState(false);
  const edited = useDtoForm(UpdateAccountDto, {
    version: account.version,
    displayName: account.displayName,
    position: account.position ?? '',
    email: account.email ?? '',
    organizationId: account.organization?.id ?? '',
    roles: account.roles,
  });
  const send = async (body: UpdateAccountDto) => {
    setIsSaved(false);
    await update.mutateAsync(body);
    setIsSaved(true);
  };
  return (
    <DtoFormFrame of={edited} onSend={send}>
      <AccountFields of={edited} UnitField={Unit} />
      <Group>
        <Button type="submit" loading={edited.isSending}>
          Lưu
        </Button>
        {isSaved && <Text role="status">Đã lưu.</Text>}
      </Group>
    </DtoFormFrame>
  );
}

function AccountActs({ account }: { account: AccountView }) {
  const navigate = useNavigate();
  const issueSlip = useIssueSlip(account.id);
  const deactivate = useDeactivateAccount(account.id);
  const reactivate = useReactivateAccount(account.id);

  if (account.state === 'deactivated') {
    return (
      <Button loading={reactivate.isPending} onClick={() => reactivate.mutate(undefined)}>
        Cho dùng lại
      </Button>
    );
  }
  const printSlip = async () => {
    const slip = await issueSlip.mutateAsync(undefined);
    void navigate(SLIPS_PATH, { state: { slips: [slip] } });
  };
  return (
    <>
      <ConfirmAct
        act="Ngừng"
        variant="default"
        title={`Ngừng tài khoản ${account.loginName}`}
        onConfirm={() => deactivate.mutateAsync(undefined)}
      >
        <Text>
          {account.displayName} không đăng nhập được nữa và mọi phiên đang mở kết thúc ngay. Những gì đã ghi vẫn giữ
          nguyên. Có thể cho dùng lại sau.
        </Text>
      </ConfirmAct>
      <ConfirmAct
        act="Cấp phiếu mới"
        variant="default"
        title={`Cấp phiếu kích hoạt mới cho ${account.loginName}`}
        onConfirm={printSlip}
      >
        <Text>
          Mọi phiên đang mở của {account.displayName} kết thúc ngay. Phiếu mới dùng một lần để đặt lại mật khẩu, có hiệu
          lực {SLIP_VALID_DAYS} ngày; mã chỉ hiện một lần nên cần in ngay.
        </Text>
      </ConfirmAct>
    </>
  );
}
