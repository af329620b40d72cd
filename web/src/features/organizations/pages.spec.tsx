import { newId } from '@kiemtra/shared/kernel';
import type { AdministrativeUnitView, OrganizationDetailView, OrganizationView } from '@kiemtra/shared/organizations';
import type { MeView } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { MeProvider } from '../../api/me.js';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { AdministrativeUnitsPage } from './AdministrativeUnitsPage.js';
import { CloseOrganizationPage } from './CloseOrganizationPage.js';
import { OrganizationListPage } from './OrganizationListPage.js';
import { OrganizationPage } from './OrganizationPage.js';
import { RenameOrganizationPage } from './RenameOrganizationPage.js';

const administrator: MeView = {
  accountId: newId(),
  loginName: 'quantri',
  displayName: 'Quản trị',
  position: null,
  email: null,
  roles: ['administrator'],
  organization: null,
  province: { id: newId(), name: 'tỉnh Sóc Trăng' },
};

const blank = { shortName: null, hasChildren: false, administrativeUnitId: null, validTo: null, version: 3 };
const province: OrganizationView = {
  ...blank,
  id: newId(),
  kind: 'provincial_committee',
  name: 'UBND tỉnh Sóc Trăng',
  parentId: null,
  validFrom: '1900-01-01',
};
const ward: OrganizationView = {
  ...blank,
  id: newId(),
  kind: 'ward_committee',
  name: 'UBND phường Phú Lợi',
  parentId: province.id,
  validFrom: '2025-07-01',
};
const department: OrganizationView = { ...ward, id: newId(), kind: 'department', name: 'Sở Nội vụ' };
const detail: OrganizationDetailView = {
  ...ward,
  names: [
    { name: 'UBND phường 1', shortName: null, validFrom: '2020-01-01', validTo: '2025-07-01' },
    { name: 'UBND phường Phú Lợi', shortName: 'Phú Lợi', validFrom: '2025-07-01', validTo: null },
  ],
  path: [province],
  administrativeUnit: null,
  successor: null,
  predecessors: [{ ...ward, id: newId(), name: 'UBND phường 2', validTo: '2025-07-01' }],
};

function unit(code: string, kind: AdministrativeUnitView['kind'], fullName: string, place: string) {
  return { id: Number(code), code, kind, name: fullName, fullName, place, validFrom: '1900-01-01', validTo: null };
}

let answers: (path: string, query: URLSearchParams) => unknown;
const asked: { method: string; path: string; query: URLSearchParams; body: unknown }[] = [];

beforeEach(() => {
  asked.length = 0;
  answers = (path) =>
    path === '/organizations'
      ? rows([ward, province, department])
      : path.startsWith('/organizations/')
        ? detail
        : rows([]);
  Object.assign(globalThis, {
    fetch: (address: string, { method = 'GET', body }: { method?: string; body?: string }) => {
      const { pathname, searchParams } = new URL(address, 'http://localhost');
      const path = pathname.replace('/api/v1', '');
      asked.push({ method, path, query: searchParams, body: body === undefined ? null : JSON.parse(body) });
      const status = method === 'GET' ? 200 : 204;
      return Promise.resolve({
        ok: true,
        status,
        text: () => Promise.resolve(JSON.stringify(answers(path, searchParams))),
      });
    },
  });
});

const rows = <Item,>(items: Item[]) => ({ items, total: items.length });
const sent = () => asked.find(({ method }) => method !== 'GET');
const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

/** Waits for the first write and gives what it said. */
async function sentBody(): Promise<unknown> {
  await waitFor(() => expect(sent()).toBeDefined());
  return sent()?.body;
}

/** At the end of what a field holds. */
async function paste(label: RegExp, text: string): Promise<void> {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.paste(text);
}

function open(Page: ComponentType, path: string, address = path) {
  return renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={administrator}>
        <Routes>
          <Route path={path} element={<Page />} />
          <Route path="*" element={null} />
        </Routes>
      </MeProvider>
    </QueryClientProvider>,
    address,
  );
}

describe('the list of bodies', () => {
  it('reads as a tree and opens a body', async () => {
    const { address } = open(OrganizationListPage, '/don-vi');
    await screen.findByRole('link', { name: ward.name });
    expect(names()).toEqual([province.name, department.name, ward.name]);
    expect(within(screen.getByRole('row', { name: /Sở Nội vụ/ })).getByText(province.name)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: ward.name }));
    await waitFor(() => expect(address()).toBe(`/don-vi/${ward.id}`));
  });

  it('asks for the day, the kind and the words that its address names', async () => {
    answers = (_, query) => rows(query.has('search') ? [ward] : [ward, province, department]);
    open(OrganizationListPage, '/don-vi', '/don-vi?ngay=2022-10-25&loai=ward_committee&tim=phu+loi');
    expect(await screen.findByText('1 trong 3 đơn vị')).toBeTruthy();
    const [search] = asked.filter(({ query }) => query.has('search'));
    expect(Object.fromEntries(search?.query ?? [])).toEqual({
      at: '2022-10-25',
      kind: 'ward_committee',
      search: 'phu loi',
    });
  });

  it('says what comes here when nothing was there on the day', async () => {
    answers = () => rows([]);
    open(OrganizationListPage, '/don-vi', '/don-vi?ngay=1990-01-01');
    expect(await screen.findByText(/vào ngày đã chọn nằm ở đây/)).toBeTruthy();
  });
});

describe('the page of a body', () => {
  it('tells its names with their days and what it was made of', async () => {
    answers = (path) => (path === '/organizations' ? rows([]) : detail);
    open(OrganizationPage, '/don-vi/:organizationId', `/don-vi/${ward.id}`);
    expect(await screen.findByRole('row', { name: 'UBND phường 1 – 01/01/2020 30/06/2025' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'UBND phường 2' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Nhật ký' }).getAttribute('href')).toBe(
      `/nhat-ky?loai=organization&ban-ghi=${ward.id}`,
    );
  });
});

describe('renaming', () => {
  it('gives a new name from a day on', async () => {
    const { address } = open(RenameOrganizationPage, '/don-vi/:organizationId/doi-ten', `/don-vi/${ward.id}/doi-ten`);
    await screen.findByText('Đổi tên UBND phường Phú Lợi');
    await paste(/^Mang tên mới từ ngày/, '1/1/2027');
    await paste(/^Tên( \*)?$/, ' 1');
    await userEvent.click(screen.getByText('Đổi tên', { selector: 'button *' }));
    expect(await sentBody()).toEqual({
      version: 3,
      name: 'UBND phường Phú Lợi 1',
      shortName: 'Phú Lợi',
      validFrom: '2027-01-01',
      kind: 'ward_committee',
    });
    await waitFor(() => expect(address()).toBe(`/don-vi/${ward.id}`));
  });

  it('corrects the last name on its first day', async () => {
    open(RenameOrganizationPage, '/don-vi/:organizationId/doi-ten', `/don-vi/${ward.id}/doi-ten`);
    await userEvent.click(await screen.findByLabelText(/^Sửa tên gần nhất/));
    await waitFor(() => expect(screen.queryByLabelText(/^Mang tên mới/)).toBeNull());
    await userEvent.click(await screen.findByText('Sửa tên', { selector: 'button *' }));
    expect(await sentBody()).toMatchObject({ name: 'UBND phường Phú Lợi', validFrom: '2025-07-01' });
  });
});

describe('ending a body', () => {
  it('says what will happen, asks for it by its name, and offers every body but this one', async () => {
    answers = (path) =>
      path === '/organizations'
        ? rows([ward, department])
        : path.endsWith(department.id)
          ? { ...detail, ...department }
          : detail;
    open(CloseOrganizationPage, '/don-vi/:organizationId/ket-thuc', `/don-vi/${ward.id}/ket-thuc`);
    const act = await screen.findByRole('button', { name: 'Kết thúc' });
    expect(act).toHaveProperty('disabled', true);
    await paste(/^Không còn hoạt động từ ngày/, '1/7/2027');
    await userEvent.click(screen.getByRole('combobox', { name: 'Sáp nhập vào' }));
    const heir = await screen.findByRole('option', { name: department.name });
    expect(screen.queryByRole('option', { name: ward.name })).toBeNull();
    await userEvent.click(heir);
    await userEvent.click(await screen.findByRole('button', { name: 'Sáp nhập' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Sáp nhập UBND phường Phú Lợi' }));
    expect(await dialog.findByText(/đến hết ngày 30\/06\/2027\. Từ ngày 01\/07\/2027, Sở Nội vụ kế thừa/)).toBeTruthy();
    expect(sent()).toBeUndefined();
    await userEvent.click(dialog.getByRole('button', { name: 'Sáp nhập' }));
    expect(await sentBody()).toEqual({ version: 3, validTo: '2027-07-01', successorId: department.id });
  });
});

describe("the country's units", () => {
  const socTrang = unit('94', 'province', 'tỉnh Sóc Trăng', '');
  const myTu = unit('944', 'district', 'huyện Mỹ Tú', 'tỉnh Sóc Trăng');
  const longHung = unit('31579', 'commune', 'xã Long Hưng', 'huyện Mỹ Tú, tỉnh Sóc Trăng');
  const elsewhere = unit('12345', 'commune', 'xã Long Hưng', 'huyện Văn Giang, tỉnh Hưng Yên');

  it('lead from a province over its districts to the communes of a day before July 2025', async () => {
    answers = (_, query) =>
      rows(query.get('parentCode') === '944' ? [longHung] : query.get('parentCode') === '94' ? [myTu] : [socTrang]);
    const { address } = open(AdministrativeUnitsPage, '/dvhc', '/dvhc?ngay=2022-10-25');
    await userEvent.click(await screen.findByRole('link', { name: 'Tỉnh Sóc Trăng' }));
    await userEvent.click(await screen.findByRole('link', { name: 'Huyện Mỹ Tú' }));
    expect(await screen.findByRole('rowheader', { name: 'Xã Long Hưng' })).toBeTruthy();
    await waitFor(() => expect(address()).toBe('/dvhc?ngay=2022-10-25&tinh=94&huyen=944'));
  });

  it('are searched below the picked province alone, at every level', async () => {
    answers = (_, query) => rows(query.has('search') ? [longHung, elsewhere] : [socTrang]);
    open(AdministrativeUnitsPage, '/dvhc', '/dvhc?ngay=2022-10-25&tinh=94&tim=long+hung');
    expect(await screen.findByText('1 đơn vị hành chính')).toBeTruthy();
    expect(screen.getByText('huyện Mỹ Tú, tỉnh Sóc Trăng')).toBeTruthy();
  });
});
