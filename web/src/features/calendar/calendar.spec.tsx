import type { HolidayView } from '@kiemtra/shared/calendar';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { HolidaysPage } from './HolidaysPage.js';

const independence: HolidayView = { date: '2026-09-02', name: 'Quốc khánh', isWorkingDay: false };

function show() {
  const server = fakeServer({
    'GET /holidays': [independence],
    'PUT /holidays/2031-01-15': null,
    'DELETE /holidays/2026-09-02': null,
  });
  return { ...server, ...renderScreen(seenBy(['planner'], <HolidaysPage />), '/ngay-nghi?nam=2026') };
}

describe('HolidaysPage', () => {
  it('names the holiday that would be replaced', async () => {
    show();
    await userEvent.type(await screen.findByLabelText(/^Ngày/), '02/09/2026');
    expect((await screen.findByRole('status')).textContent).toContain('Quốc khánh');
  });

  it('goes to the year of a day that was set', async () => {
    const { address } = show();
    await userEvent.type(await screen.findByLabelText(/^Ngày/), '15/01/2031');
    await userEvent.type(screen.getByLabelText(/Tên ngày nghỉ/), 'Tết Dương lịch bù');
    await userEvent.click(screen.getByRole('button', { name: 'Đặt ngày' }));
    await waitFor(() => expect(address()).toBe('/ngay-nghi?nam=2031'));
  });

  it('asks before a day is taken out, since due dates are counted over it', async () => {
    const { sent } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Bỏ' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Quốc khánh');
    expect(sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Bỏ' }));
    await waitFor(() => expect(sent).toMatchObject([{ path: '/holidays/2026-09-02' }]));
  });
});
