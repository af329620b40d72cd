import { Alert, Button, Group } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import type { UnitsField } from './account-fields.js';
import { ACCOUNTS_CRUMB, SLIPS_PATH } from './users.paths.js';
import { accountsQuery, useCreateUnitAccounts } from './users.queries.js';

/** One unit officer's account for each selected unit, all at once; the slips are printed next. */
export function UnitAccountsPage({ UnitsField: Units }: { UnitsField: UnitsField }) {
  const navigate = useNavigate();
  const create = useCreateUnitAccounts();
  const [units, setUnits] = useState<string[]>([]);
  // The same unit keeps its account's id when the answer is lost and the same list is sent again.
  const [ids] = useState(() => new Map<string, string>());

  const served = useQuery(accountsQuery({ search: '', role: 'unit_officer', state: '' }));
  const officers = (served.data ?? []).filter(({ state }) => state !== 'deactivated');
  const named = new Map(
    officers.flatMap(({ organization }) => (organization ? [[organization.id, organization.name]] : [])),
  );
  const again = units.filter((unit) => named.has(unit));

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const items = units.map((organizationId) => {
      const id = ids.get(organizationId) ?? newId();
      ids.set(organizationId, id);
      return { id, organizationId };
    });
    const slips = await create.mutateAsync({ items }).catch(() => null);
    if (slips) void navigate(SLIPS_PATH, { state: { slips } });
  };

  return (
    <Page
      title="Tạo tài khoản cho nhiều đơn vị"
      crumbs={[ACCOUNTS_CRUMB]}
      lead="Mỗi đơn vị có một tài khoản cán bộ đầu mối; tên đăng nhập đặt theo tên đơn vị."
    >
      <form onSubmit={(event) => void send(event)}>
        {create.error && <ProblemAlert problem={create.error} kept="Các đơn vị đã chọn vẫn còn." />}
        <Units label="Đơn vị" value={units} onChange={setUnits} />
        {again.length > 0 && (
          <Alert color="orange" mt="md" title={`${again.length} đơn vị đã có tài khoản, sẽ có thêm một tài khoản nữa`}>
            <p>{again.map((unit) => named.get(unit)).join('; ')}.</p>
            <Button variant="default" onClick={() => setUnits(units.filter((unit) => !named.has(unit)))}>
              Bỏ các đơn vị này
            </Button>
          </Alert>
        )}
        <Group mt="md">
          <Button type="submit" loading={create.isPending} disabled={units.length === 0}>
            {units.length === 0 ? 'Tạo và in phiếu' : `Tạo ${units.length} tài khoản và in phiếu`}
          </Button>
        </Group>
      </form>
    </Page>
  );
}
