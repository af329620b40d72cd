import { newId } from '@kiemtra/shared/kernel';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../../api/testing.js';
import { renderScreen } from '../../ui/testing.js';
import { FindingDialog } from './FindingDialog.js';

const start = {
  planId: newId(),
  targetId: newId(),
  area: 'TTHC',
  criterion: { versionId: newId(), key: 'MC03' },
  text: 'Chưa niêm yết đầy đủ thủ tục hành chính (18/20 thủ tục = 90,00%).',
} as const;

beforeEach(() => localStorage.clear());

function show(onClose = jest.fn()) {
  const server = fakeServer({ 'POST /findings': {} });
  const dialog = (
    <FindingDialog
      open={{ start }}
      targets={[{ id: start.targetId, name: 'UBND phường Phú Lợi' }]}
      suggestions={['Niêm yết thủ tục đã hết hiệu lực']}
      onClose={onClose}
    />
  );
  return { ...server, ...renderScreen(seenBy(['inspector'], dialog)), onClose };
}

describe('a finding raised from a criterion', () => {
  it('needs one more tap when the offered text fits', async () => {
    const { sent, onClose } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent).toMatchObject([{ path: '/findings', body: { ...start, kind: 'shortcoming', severity: null } }]);
  });

  it('offers what is often wrong', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Niêm yết thủ tục đã hết hiệu lực' }));
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Nội dung/ });
    await waitFor(() => expect(text.value).toBe('Niêm yết thủ tục đã hết hiệu lực'));
  });

  it('says nothing of severity and cause when it becomes a strength', async () => {
    const { sent, onClose } = show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Nguyên nhân' }), 'Vì');
    await userEvent.click(screen.getByRole('radio', { name: 'Ưu điểm' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Nguyên nhân' })).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent[0]?.body).toMatchObject({ kind: 'strength', cause: null, severity: null });
  });
});
