import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { AuditPage } from './AuditPage.js';

describe('AuditPage', () => {
  it('keeps person and days in the address, ready for a colleague to open', async () => {
    fakeServer({ 'GET /audit': [], 'GET /audit/actors': [{ id: 'a1', name: 'Chuyên viên kế hoạch' }] });
    const { address } = renderScreen(seenBy(['leader'], <AuditPage />), '/nhat-ky');
    await userEvent.click(screen.getByRole('combobox', { name: 'Ai' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Chuyên viên kế hoạch' }));
    await userEvent.type(screen.getByLabelText('Từ ngày'), '31/02/2026');
    expect(await screen.findByText('Ngày không hợp lệ.')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('Từ ngày'));
    await userEvent.type(screen.getByLabelText('Từ ngày'), '28/02/2026');
    await waitFor(() => expect(address()).toBe('/nhat-ky?nguoi=a1&tu=2026-02-28'));
    expect(await screen.findByText(/Không có dòng nào khớp/)).toBeTruthy();
  });
});
