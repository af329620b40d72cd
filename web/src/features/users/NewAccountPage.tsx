import { Button, Group } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { CreateAccountDto } from '@kiemtra/shared/users';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { AccountFields, type UnitField } from './account-fields.js';
import { ACCOUNTS_CRUMB, SLIPS_PATH } from './users.paths.js';
import { useCreateAccount } from './users.queries.js';

/** One new account; its activation slip is printed next. */
export function NewAccountPage({ UnitField: Unit }: { UnitField: UnitField }) {
  const navigate = useNavigate();
  const create = useCreateAccount();
  const [id] = useState(newId);
  const account = useDtoForm(
    CreateAccountDto,
    { id, loginName: '', displayName: '', position: '', email: '', organizationId: '', roles: [] },
    { draft: 'users.new' },
  );
  const send = async (body: CreateAccountDto) => {
    const slip = await create.mutateAsync(body);
    void navigate(SLIPS_PATH, { state: { slips: [slip] } });
  };
  return (
    <Page title="Tạo tài khoản" crumbs={[ACCOUNTS_CRUMB]}>
      <DtoFormFrame of={account} onSend={send}>
        <TextField
          {...account.field('loginName')}
          label="Tên đăng nhập"
          description="Chữ thường không dấu, chữ số, dấu chấm, gạch ngang; không đổi được về sau."
        />
        <AccountFields of={account} UnitField={Unit} />
        <Group>
          <Button type="submit" loading={account.isSending}>
            Tạo và in phiếu
          </Button>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
