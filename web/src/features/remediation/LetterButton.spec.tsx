import type { Role } from '@kiemtra/shared/users';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { LetterButton } from './LetterButton.js';

const recipients = [
  { id: 'r1', name: 'UBND phường Phú Lợi' },
  { id: 'r2', name: 'UBND phường Sóc Trăng' },
];
const show = (role: Role, among = recipients) =>
  renderScreen(seenBy([role], <LetterButton recipients={among} isDraft />), '/');
const open = () => userEvent.click(screen.getByRole('button', { name: 'Công văn' }));
const link = (format = 'Word') => screen.findByRole('link', { name: `Tải ${format}` });
const nameField = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Họ và tên người ký' });

beforeEach(() => localStorage.clear());

describe('LetterButton', () => {
  it('leaves who signs blank unless it is said', async () => {
    show('planner', recipients.slice(0, 1));
    await open();
    expect((await link()).getAttribute('href')).toBe('/api/v1/request-recipients/r1/letter.docx');
    expect((await link('PDF')).getAttribute('href')).toBe('/api/v1/request-recipients/r1/letter.pdf');
    expect(screen.queryByText('Nơi nhận')).toBeNull();
    expect(screen.getByRole('link', { name: 'Xem trước' }).getAttribute('href')).toBe('/khac-phuc/r1/cong-van');
  });

  it('offers the letter of each recipient, signed by whoever signed last on this device', async () => {
    const first = show('planner');
    await open();
    await userEvent.type(await nameField(), 'Họ Và Tên ');
    (await link()).addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(await link());
    first.unmount();

    show('leader');
    await open();
    expect((await nameField()).value).toBe('Họ Và Tên ');
    await userEvent.click(screen.getByRole('combobox', { name: /Nơi nhận/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'UBND phường Sóc Trăng' }));
    const address = async () => new URL((await link()).getAttribute('href') ?? '', 'http://x');
    await waitFor(async () => expect((await address()).pathname).toBe('/api/v1/request-recipients/r2/letter.docx'));
    expect(Object.fromEntries((await address()).searchParams)).toEqual({ name: 'Họ Và Tên' });
    const preview = new URL(screen.getByRole('link', { name: 'Xem trước' }).getAttribute('href') ?? '', 'http://x');
    expect([preview.pathname, preview.searchParams.get('ho-ten')]).toEqual(['/khac-phuc/r2/cong-van', 'Họ Và Tên']);
  });

  it('is not for the inspected unit', () => {
    show('unit_officer');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
