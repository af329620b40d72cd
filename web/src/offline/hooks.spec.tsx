import { act, render, screen } from '@testing-library/react';
import { TARGET } from '@kiemtra/shared/testing';
import { CELL_STATUS_TEXT, LedgerProvider, useCell, useOpenVisit, useSyncStatus } from './index.js';
import { cut, place, rate, World } from './testing/world.js';

function Screen() {
  const isOpen = useOpenVisit(TARGET);
  const { value, status } = useCell(TARGET, '3.3.1', 'input');
  const { unsent } = useSyncStatus();
  return <p>{isOpen ? `${JSON.stringify(value)}; ${CELL_STATUS_TEXT[status]}; còn ${unsent}` : 'Đang mở'}</p>;
}

describe('a screen', () => {
  it('shows the value, where it is, and what is still to send', async () => {
    const world = new World();
    world.always = cut;
    const ledger = await world.tab();
    render(
      <LedgerProvider value={ledger}>
        <Screen />
      </LedgerProvider>,
    );
    expect(await screen.findByText('null; ; còn 0')).toBeTruthy();
    await act(async () => {
      ledger.setInput(place, rate('18'));
      await world.idle();
    });
    expect(screen.getByText('{"numerator":"18","denominator":"20"}; Đang gửi; còn 1')).toBeTruthy();
    await act(async () => {
      world.always = null;
      await ledger.flushNow();
      await world.idle();
    });
    expect(screen.getByText('{"numerator":"18","denominator":"20"}; Đã đồng bộ; còn 0')).toBeTruthy();
    await world.end();
  });
});
