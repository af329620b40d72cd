import { VISIT } from '@kiemtra/shared/testing';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cut } from '../../offline/testing/world.js';
import { card, openSheet, type OpenSheet } from './testing/sheet.js';

let sheet: OpenSheet;
beforeEach(() => localStorage.clear());
afterEach(() => sheet.world.end());

const BUTTON = { name: 'Tôi đã xong phần của mình' };
const done = () => screen.queryByText(/^Đã báo xong phần của mình/)?.parentElement?.textContent;

/** A sheet that was taken to the field, with one answer. */
async function open(opening: Parameters<typeof openSheet>[0] = {}): Promise<void> {
  sheet = await openSheet(opening);
  expect(await sheet.ledger.takeToField(VISIT)).toBe(true);
  await userEvent.click(card('check').getByRole('button', { name: 'Đạt' }));
  await sheet.rest();
}

describe('the end of the sheet on a device in the field', () => {
  it('takes that a member is done, with a network or without, until something is recorded again', async () => {
    await open();
    sheet.world.always = cut;
    await userEvent.click(await screen.findByRole('button', BUTTON));
    await sheet.rest();
    expect(done()).toMatch(/^Đã báo xong phần của mình lúc .*Đã lưu trên máy, gửi khi có mạng\.$/);
    expect(screen.queryByRole('button', BUTTON)).toBeNull();
    sheet.world.always = null;
    await act(() => sheet.ledger.flushNow());
    await sheet.rest();
    expect(done()).toMatch(/20\/11\/2026\.$/);
    await userEvent.click(card('check').getByRole('button', { name: 'Chưa đạt' }));
    await sheet.rest();
    expect(screen.getByRole('button', BUTTON)).toBeTruthy();
    expect(done()).toBeUndefined();
  });

  it('asks nobody where the visit was not taken to the field, nor the head, who closes', async () => {
    sheet = await openSheet();
    await sheet.rest();
    expect(screen.queryByRole('button', BUTTON)).toBeNull();
    sheet.unmount();
    await sheet.world.end();
    await open({ isLead: true });
    expect(screen.queryByRole('button', BUTTON)).toBeNull();
  });
});
