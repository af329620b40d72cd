import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataTable, type Column } from './DataTable.js';
import { renderScreen } from './testing.js';

interface Unit {
  id: string;
  name: string;
  points: number | null;
}

const columns: Column<Unit>[] = [
  { key: 'ten', header: 'Tên', cell: (unit) => unit.name, sortBy: (unit) => unit.name },
  { key: 'diem', header: 'Điểm', cell: (unit) => unit.points, sortBy: (unit) => unit.points, isNumeric: true },
];
const units: Unit[] = [
  { id: '1', name: 'Phường 10', points: 5 },
  { id: '2', name: 'Phường Đống Đa', points: null },
  { id: '3', name: 'Phường 5', points: 12 },
  { id: '4', name: 'Phường Dĩ An', points: 0 },
];

function table(rows: Unit[] | undefined, total?: number) {
  return (
    <DataTable
      label="Các đơn vị"
      noun="đơn vị"
      rows={rows}
      columns={columns}
      rowKey={(unit) => unit.id}
      rowTo={(unit) => `/don-vi/${unit.id}`}
      empty="Chưa có đơn vị nào."
      {...(total === undefined ? {} : { total })}
    />
  );
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

describe('DataTable', () => {
  it('sorts names as Vietnamese does and keeps the order in the address', async () => {
    const { address } = renderScreen(table(units));
    await userEvent.click(screen.getByRole('button', { name: /Tên/ }));
    await waitFor(() => expect(names()).toEqual(['Phường 5', 'Phường 10', 'Phường Dĩ An', 'Phường Đống Đa']));
    await waitFor(() => expect(address()).toBe('/?sap-xep=ten'));
  });

  it('sorts numbers by value, with those that have none last in both directions', () => {
    renderScreen(table(units), '/?sap-xep=-diem');
    expect(names()).toEqual(['Phường 5', 'Phường 10', 'Phường Dĩ An', 'Phường Đống Đa']);
    expect(screen.getByRole('columnheader', { name: /Điểm/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('writes "–" where there is no number and 0 where it is nought', () => {
    renderScreen(table(units));
    const cellOf = (name: RegExp) => within(screen.getByRole('row', { name })).getByRole('cell').textContent;
    expect(cellOf(/Đống Đa/)).toBe('–');
    expect(cellOf(/Dĩ An/)).toBe('0');
  });

  it('opens a row from anywhere in it', async () => {
    const { address } = renderScreen(table(units));
    await userEvent.click(screen.getByRole('cell', { name: '12' }));
    await waitFor(() => expect(address()).toBe('/don-vi/3'));
  });

  it('says how many of how many, and what comes here when there is nothing', () => {
    const { unmount } = renderScreen(table(units, 3321));
    expect(screen.getByText('4 trong 3.321 đơn vị')).toBeTruthy();
    unmount();
    renderScreen(table([]));
    expect(screen.getByText('Chưa có đơn vị nào.')).toBeTruthy();
  });

  it('keeps only the rows in view in the document when there are thousands', () => {
    // jsdom lays nothing out: give the scroller a height to look through, and the rows theirs.
    const view = jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
    const row = jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
    const many = Array.from({ length: 3321 }, (_, index) => ({
      id: String(index),
      name: `Xã ${index}`,
      points: index,
    }));
    renderScreen(table(many));
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('3322');
    expect(names().length).toBeLessThan(100);
    expect(names()[0]).toBe('Xã 0');
    view.mockRestore();
    row.mockRestore();
  });
});
