import type { FindingView } from '@kiemtra/shared/findings';
import { aRateCriterion, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, seenBy } from '../api/testing.js';
import type { FindingsDoor } from '../features/assessments/findings-door.js';
import { LedgerProvider } from '../offline/index.js';
import { cut, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { ScoringFindings } from './ScoringFindings.js';

const PLAN = '01970000-0000-7000-8000-0000000000a1';
const AT_DESK = {
  id: '01970000-0000-7000-8000-0000000000a2',
  kind: 'strength',
  text: 'Công khai đủ',
  criterion: { key: '3.3.1' },
};
const place = { planId: PLAN, targetId: TARGET, targetName: 'Phường 5', visitId: VISIT, versionId: VERSION };
const criterion = aRateCriterion('3.3.1') as Parameters<FindingsDoor['raise']>[0]['criterion'];

let world: World;
beforeEach(() => {
  localStorage.clear();
  world = new World();
});
afterEach(() => world.end());

async function show(atDesk: Partial<FindingView>[] = []) {
  fakeServer({ 'GET /findings': atDesk });
  const ledger = await world.tab();
  const card = ({ found, raise, edit }: FindingsDoor) => (
    <>
      {(found.get('3.3.1') ?? []).map(({ id, text, cell }) => (
        <button key={id} type="button" onClick={() => edit(id)}>
          {text} ({cell ? cell.status : 'desk'})
        </button>
      ))}
      <button type="button" onClick={() => raise({ criterion, result: null, note: null })}>
        Tồn tại
      </button>
    </>
  );
  const page = (
    <LedgerProvider value={ledger}>
      <ScoringFindings place={place}>{card}</ScoringFindings>
    </LedgerProvider>
  );
  renderScreen(seenBy(['inspector'], page));
  return ledger;
}

describe('a finding raised from a card', () => {
  it('is kept on the device without a network, shown at its criterion, and sent when there is one', async () => {
    world.always = cut;
    const ledger = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Tồn tại' }));
    const text = await screen.findByRole('textbox', { name: /Nội dung/ });
    await userEvent.clear(text);
    await userEvent.type(text, 'Niêm yết thiếu');
    await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
    await screen.findByRole('button', { name: /Niêm yết thiếu \((saved|sending)\)/ });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    world.always = null;
    await act(() => ledger.flushNow());
    await screen.findByRole('button', { name: 'Niêm yết thiếu (synced)' });
    const [cell] = [...world.server.cells.values()];
    expect(cell?.value).toMatchObject({ kind: 'shortcoming', criterion: '3.3.1', text: 'Niêm yết thiếu', cause: null });
  });

  it('is opened again with what it says, and taken back', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Tồn tại' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Lưu' }));
    await userEvent.click(await screen.findByRole('button', { name: /Chưa đạt yêu cầu/ }));
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Nội dung/ });
    expect(text.value).toBe('Chưa đạt yêu cầu “Tỷ lệ hồ sơ đúng hạn”.');
    await userEvent.click(screen.getByRole('button', { name: 'Xóa nội dung này' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Chưa đạt yêu cầu/ })).toBeNull());
  });

  it('stands beside those that were written at the desk', async () => {
    await show([AT_DESK as unknown as Partial<FindingView>]);
    expect(await screen.findByRole('button', { name: 'Công khai đủ (desk)' })).toBeTruthy();
  });
});
