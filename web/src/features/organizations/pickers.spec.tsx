import { newId } from '@kiemtra/shared/kernel';
import type { OrganizationKind, OrganizationView } from '@kiemtra/shared/organizations';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { OrganizationPicker, type PickerOptions } from './OrganizationPicker.js';
import { OrganizationsPicker } from './OrganizationsPicker.js';

function body(kind: OrganizationKind, name: string, parent: OrganizationView | null = null): OrganizationView {
  return {
    id: newId(),
    kind,
    name,
    shortName: null,
    parentId: parent?.id ?? null,
    hasChildren: false,
    administrativeUnitId: null,
    validFrom: '2018-01-01',
    validTo: null,
    version: 1,
  };
}

const province = body('provincial_committee', 'UBND tỉnh Sóc Trăng');
const department = body('department', 'Sở Nội vụ', province);
const myTu = body('district_committee', 'UBND huyện Mỹ Tú', province);
const longPhu = body('district_committee', 'UBND huyện Long Phú', province);
const inMyTu = body('commune_committee', 'UBND xã Phú Mỹ', myTu);
const inLongPhu = body('commune_committee', 'UBND xã Đại Ân', longPhu);
const merged = { ...body('commune_committee', 'UBND xã Hưng Phú', province), validTo: '2020-01-01' };
// In the order of the server: by name.
const OF_2022 = [department, longPhu, myTu, province, inLongPhu, inMyTu];

const asked: string[] = [];
function answer(address: string): unknown {
  asked.push(address);
  if (address.includes(merged.id)) return { ...merged, names: [], path: [province], predecessors: [] };
  return { items: OF_2022, total: OF_2022.length };
}

beforeEach(() => {
  asked.length = 0;
  Object.assign(globalThis, {
    fetch: (address: string) => Promise.resolve({ ok: true, status: 200, text: () => JSON.stringify(answer(address)) }),
  });
});

const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const search = () => screen.getByRole('combobox', { name: 'Đơn vị' });
const inside = (element: React.ReactElement) =>
  renderScreen(<QueryClientProvider client={createQueryClient()}>{element}</QueryClientProvider>);

describe('OrganizationPicker', () => {
  function One({
    onPick,
    start = '',
    ...rest
  }: { onPick?: (id: string) => void; start?: string } & Partial<PickerOptions>) {
    const [value, setValue] = useState(start);
    const pick = (id: string) => {
      setValue(id);
      onPick?.(id);
    };
    return <OrganizationPicker label="Đơn vị" value={value} onChange={pick} {...rest} />;
  }

  it('finds a name typed without tone marks and đ, and picks it with Enter', async () => {
    const onPick = jest.fn();
    inside(<One onPick={onPick} />);
    await userEvent.click(search());
    await screen.findByRole('option', { name: 'Sở Nội vụ' });
    await userEvent.type(search(), 'dai an');
    await waitFor(() => expect(options()).toEqual(['UBND xã Đại Ân']));
    await userEvent.keyboard('{Enter}');
    expect(onPick).toHaveBeenLastCalledWith(inLongPhu.id);
    expect(await screen.findByText('UBND tỉnh Sóc Trăng › UBND huyện Long Phú › UBND xã Đại Ân')).toBeTruthy();
  });

  it('finds the communes of a district by its name, under its heading', async () => {
    inside(<One />);
    await userEvent.click(search());
    await screen.findByRole('option', { name: 'Sở Nội vụ' });
    await userEvent.type(search(), 'my tu');
    await waitFor(() => expect(options()).toEqual(['UBND huyện Mỹ Tú', 'UBND xã Phú Mỹ']));
    const group = screen.getByRole('group', { name: 'UBND huyện Mỹ Tú' });
    expect(within(group).getByRole('option').textContent).toBe('UBND xã Phú Mỹ');
    await userEvent.clear(search());
    await userEvent.type(search(), 'soc trang');
    await waitFor(() => expect(options()).toEqual(['UBND tỉnh Sóc Trăng']));
  });

  it('asks for the bodies of the day and names a picked one that does not exist on it', async () => {
    inside(<One at="2022-10-25" start={merged.id} />);
    expect(
      await screen.findByText('Không hoạt động vào ngày 25/10/2022: UBND tỉnh Sóc Trăng › UBND xã Hưng Phú'),
    ).toBeTruthy();
    expect((search() as HTMLInputElement).value).toBe('UBND xã Hưng Phú');
    expect(asked.every((address) => address.includes('at=2022-10-25'))).toBe(true);
  });

  it('leaves out what is not offered', async () => {
    inside(<One isOffered={({ kind }) => kind === 'district_committee'} />);
    await userEvent.click(search());
    await screen.findByRole('option', { name: 'UBND huyện Mỹ Tú' });
    expect(options()).toEqual(['UBND huyện Long Phú', 'UBND huyện Mỹ Tú']);
  });
});

describe('OrganizationsPicker', () => {
  const onPick = jest.fn();
  function Many({ start = [], at }: { start?: string[]; at?: string }) {
    const [value, setValue] = useState(start);
    onPick.mockImplementation(setValue);
    return <OrganizationsPicker label="Đơn vị" value={value} onChange={onPick} {...(at ? { at } : {})} />;
  }
  const last = () => onPick.mock.lastCall?.[0] as unknown;

  it('ticks all that is found, on top of what was picked before, and takes it off again', async () => {
    inside(<Many start={[department.id]} />);
    await screen.findByRole('option', { name: 'UBND huyện Mỹ Tú' });
    await userEvent.type(search(), 'huyen');
    await userEvent.click(await screen.findByRole('button', { name: 'Chọn tất cả 4 kết quả lọc' }));
    expect(last()).toEqual([department.id, longPhu.id, myTu.id, inLongPhu.id, inMyTu.id]);
    expect(
      await screen.findByText(/Đã chọn 5 đơn vị: 1 Sở, ban, ngành cấp tỉnh; 2 UBND cấp huyện; 2 UBND xã\./),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ chọn 4 kết quả lọc' }));
    expect(last()).toEqual([department.id]);
  });

  it('narrows by kind and never ticks beyond what is found', async () => {
    inside(<Many />);
    await screen.findByRole('option', { name: 'UBND huyện Mỹ Tú' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Loại' }));
    await userEvent.click(await screen.findByRole('option', { name: 'UBND cấp huyện' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Chọn tất cả 2 kết quả lọc' }));
    expect(last()).toEqual([longPhu.id, myTu.id]);
  });

  it('is worked with arrows and Enter, and Enter never sends the form around it', async () => {
    const onSubmit = jest.fn((event: React.SubmitEvent) => event.preventDefault());
    inside(
      <form onSubmit={onSubmit}>
        <Many />
        <button type="submit">Lưu</button>
      </form>,
    );
    await screen.findByRole('option', { name: 'UBND huyện Mỹ Tú' });
    await userEvent.type(search(), 'phu my{Enter}{ArrowDown}{Enter}');
    expect(last()).toEqual([inMyTu.id]);
    expect(await screen.findByRole('option', { name: 'UBND xã Phú Mỹ', selected: true })).toBeTruthy();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('lists what is picked, also what does not exist on the day, and takes it off', async () => {
    inside(<Many start={[department.id, merged.id]} at="2022-10-25" />);
    await screen.findByText(/Không hoạt động vào ngày 25\/10\/2022: UBND xã Hưng Phú/);
    await userEvent.click(screen.getByRole('radio', { name: 'Đã chọn (2)' }));
    await waitFor(() => expect(options()).toEqual(['UBND xã Hưng Phú', 'Sở Nội vụ']));
    await userEvent.click(screen.getByRole('option', { name: 'UBND xã Hưng Phú' }));
    expect(last()).toEqual([department.id]);
    await waitFor(() => expect(options()).toEqual(['Sở Nội vụ']));
  });
});
