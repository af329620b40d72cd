import { newId } from '@kiemtra/shared/kernel';
import type { PlanView } from '@kiemtra/shared/plans';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '../../api/query-client.js';
import { renderScreen } from '../../ui/testing.js';
import { TargetsForm } from './TargetsForm.js';
import { SeenVersion } from './use-saving.js';

const [ward, added, planId] = [newId(), newId(), newId()];
const target = (name: string, organizationId: string | null) => ({
  id: newId(),
  organizationId,
  name,
  unitCount: organizationId ? null : 7,
  parentId: null,
  criteriaVersionId: null,
  visitCount: 0,
});
const communes = target('xã thuộc huyện', null);
const districts = target('UBND cấp huyện', null);
const unit = target('UBND huyện Châu Thành', ward);
const plan = {
  id: planId,
  version: 3,
  year: 2022,
  startsOn: '2022-10-25',
  issuedOn: null,
  targets: [communes, districts, unit],
} as Partial<PlanView> as PlanView;

const sent: { targets: { id: string; parentId?: string | null }[] }[] = [];
beforeEach(() => {
  sent.length = 0;
  sessionStorage.clear();
  const items = [
    { id: ward, name: 'UBND huyện Châu Thành', parentId: null },
    { id: added, name: 'UBND huyện Kế Sách', parentId: null },
  ];
  Object.assign(globalThis, {
    fetch: (_: string, { body }: { body?: string }) => {
      if (body !== undefined) sent.push(JSON.parse(body) as (typeof sent)[number]);
      return Promise.resolve({
        ok: true,
        status: 200,
        text: () => JSON.stringify(body === undefined ? { items, total: 2 } : { version: 4 }),
      });
    },
  });
  renderScreen(
    <QueryClientProvider client={createQueryClient()}>
      <TargetsForm
        plan={plan}
        seen={new SeenVersion(3)}
        UnitsField={({ onChange }) => (
          <button type="button" onClick={() => onChange([ward, added])}>
            Chọn cả hai huyện
          </button>
        )}
      />
    </QueryClientProvider>,
  );
});

/** The nth field "Thuộc", in the order of the groups on the page. */
const under = (group: number) => {
  const field = screen.getAllByRole('combobox', { name: 'Thuộc' })[group];
  if (!field) throw new Error('no such field');
  return field;
};
const optionNames = async () => (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
const save = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Lưu đối tượng' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  return sent[0]?.targets.map(({ id, parentId }) => [id, parentId ?? null]);
};

describe('TargetsForm', () => {
  it('puts a group under another target by keyboard alone, and sends the parent first', async () => {
    act(() => under(0).focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(await optionNames()).toEqual(['UBND cấp huyện', 'UBND huyện Châu Thành']);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(under(0)).toHaveProperty('value', 'UBND huyện Châu Thành'));
    expect(document.activeElement).toBe(under(0));
    expect(await save()).toEqual([
      [districts.id, null],
      [unit.id, null],
      [communes.id, unit.id],
    ]);
  });

  it('offers a unit picked just now, and never what stands below the group', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Chọn cả hai huyện' }));
    await userEvent.click(under(0));
    await waitFor(async () =>
      expect(await optionNames()).toEqual(['UBND cấp huyện', 'UBND huyện Châu Thành', 'UBND huyện Kế Sách']),
    );
    await userEvent.click(screen.getByRole('option', { name: 'UBND cấp huyện' }));
    await userEvent.click(under(1));
    await waitFor(async () => expect(await optionNames()).toEqual(['UBND huyện Châu Thành', 'UBND huyện Kế Sách']));
  });

  it('takes a group out again', async () => {
    await userEvent.click(under(0));
    await userEvent.click(await screen.findByRole('option', { name: 'UBND cấp huyện' }));
    await userEvent.click(under(0));
    await userEvent.click(await screen.findByRole('option', { name: 'UBND cấp huyện', selected: true }));
    await waitFor(() => expect(under(0)).toHaveProperty('value', ''));
    expect((await save())?.every(([, parentId]) => parentId === null)).toBe(true);
  });
});
