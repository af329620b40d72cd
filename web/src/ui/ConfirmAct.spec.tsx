import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiProblem } from '../api/problem.js';
import { ConfirmAct } from './ConfirmAct.js';
import { renderScreen } from './testing.js';

function issuePlan(onConfirm: () => Promise<unknown>) {
  renderScreen(
    <ConfirmAct act="Ban hành" title="Ban hành Kế hoạch 12/KH-SNV" onConfirm={onConfirm}>
      103 đơn vị sẽ nhận kế hoạch.
    </ConfirmAct>,
  );
  return userEvent.click(screen.getByRole('button', { name: 'Ban hành' }));
}

describe('ConfirmAct', () => {
  it('does nothing before the act is named a second time', async () => {
    const onConfirm = jest.fn().mockResolvedValue(undefined);
    await issuePlan(onConfirm);
    const dialog = await screen.findByRole('dialog', { name: 'Ban hành Kế hoạch 12/KH-SNV' });
    expect(dialog.textContent).toContain('103 đơn vị');
    expect(onConfirm).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ban hành' }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stays open and says why the act was refused', async () => {
    const refusal = new ApiProblem('conflict', { code: 'plans.not-ready', title: 'Kế hoạch chưa có đoàn kiểm tra.' });
    await issuePlan(() => Promise.reject(refusal));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ban hành' }));
    expect(await within(dialog).findByText('Kế hoạch chưa có đoàn kiểm tra.')).toBeTruthy();
  });
});
