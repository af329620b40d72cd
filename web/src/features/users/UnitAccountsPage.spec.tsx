import { newId } from '@kiemtra/shared/kernel';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { UnitAccountsPage } from './UnitAccountsPage.js';

const units = [newId(), newId()];
const accounts: object[] = [];
const sent: unknown[] = [];
const answers: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  sent.length = 0;
  accounts.length = 0;
  Object.assign(globalThis, {
    fetch: (_: string, { method, body }: { method?: string; body: string }) => {
      if ((method ?? 'GET') === 'GET')
        return Promise.resolve({
          ok: true,
          status: 200,
          json: () => Promise.resolve(accounts),
          text: () => Promise.resolve(JSON.stringify(accounts)),
        });
      sent.push(JSON.parse(body));
      return answers.shift()?.();
    },
  });
});

const show = () =>
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <UnitAccountsPage
        UnitsField={({ onChange }) => (
          <button type="button" onClick={() => onChange(units)}>
            Chọn hai đơn vị
          </button>
        )}
      />
    </QueryClientProvider>,
    '/tai-khoan/nhieu-don-vi',
  );
const create = async () => userEvent.click(await screen.findByRole('button', { name: 'Tạo 2 tài khoản và in phiếu' }));

describe('UnitAccountsPage', () => {
  it('asks for the same accounts again when the answer was lost, and goes on to their slips', async () => {
    answers.push(
      () => Promise.reject(new TypeError('network')),
      () => Promise.resolve({ ok: true, status: 201, text: () => '[]' }),
    );
    const { address } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Chọn hai đơn vị' }));
    await create();
    expect((await screen.findByRole('alert')).textContent).toContain('Các đơn vị đã chọn vẫn còn.');
    await create();
    await waitFor(() => expect(address()).toBe('/tai-khoan/phieu'));
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('names the units that have an account already, and leaves them out when asked', async () => {
    accounts.push({ id: newId(), state: 'pending', organization: { id: units[0], name: 'UBND phường Cái Khế' } });
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Chọn hai đơn vị' }));
    expect((await screen.findByRole('alert')).textContent).toContain('UBND phường Cái Khế');
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ các đơn vị này' }));
    expect(await screen.findByRole('button', { name: 'Tạo 1 tài khoản và in phiếu' })).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('says what is wrong with the units, each fault once', async () => {
    const violations = [0, 1].map((index) => ({
      path: `items.${index}.organizationId`,
      code: 'users.unknown-unit',
      message: 'Không có đơn vị này trong tỉnh, thành phố.',
    }));
    const body = { code: 'request.invalid', title: 'Dữ liệu nhập chưa đúng.', requestId: 'r-1', violations };
    answers.push(() => Promise.resolve({ ok: false, status: 422, json: () => Promise.resolve(body) }));
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Chọn hai đơn vị' }));
    await create();
    const told = await screen.findAllByText('Không có đơn vị này trong tỉnh, thành phố.');
    expect(told).toHaveLength(1);
  });
});
