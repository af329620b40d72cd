import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { deleteDB } from 'idb';
import { LedgerProvider } from '../offline/index.js';
import { cut, place, rate, World } from '../offline/testing/world.js';
import { renderScreen } from '../ui/testing.js';
import { lossText, Notices } from './DeviceNotices.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

async function show(): Promise<void> {
  const ledger = await world.tab();
  await ledger.flushNow();
  renderScreen(
    <LedgerProvider value={ledger}>
      <Notices />
    </LedgerProvider>,
  );
}

describe('what a person is told of the device', () => {
  it('is nothing while all is well', async () => {
    await show();
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is a clock that is more than five minutes off', async () => {
    world.clockOffset = 7 * 60_000;
    await show();
    expect(screen.getByRole('status').textContent).toContain('Đồng hồ của máy nhanh 7 phút so với hệ thống');
  });

  it('is what the browser threw away, until it is read', async () => {
    const ledger = await world.tab();
    ledger.setInput(place, rate('1'));
    await ledger.flushNow();
    world.always = cut;
    ledger.setInput(place, rate('2'));
    await world.idle();
    await ledger.close();
    world.crash();
    await deleteDB(`kiemtra-${world.account}`);
    world.always = null;
    await show();
    expect(screen.getByRole('alert').textContent).toContain(
      'Hệ thống đã có các nội dung số 1 đến 1; còn thiếu 1 nội dung (số 2)',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Đã rõ' }));
    await act(() => world.idle());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    [{ lastSeq: 0 }, null],
    [{ lastSeq: 4 }, 'Đang chờ mạng để đối chiếu'],
    [{ lastSeq: 4, ackedThrough: 4 }, 'không thiếu nội dung nào đã biết'],
    [{ lastSeq: 9, ackedThrough: 4 }, 'còn thiếu 5 nội dung (các số 5 đến 9)'],
    [{ lastSeq: 2, ackedThrough: 0 }, 'Hệ thống chưa có nội dung nào; còn thiếu 2 nội dung'],
  ])('says of %j what the server has and what is missing', (loss, says) => {
    const text = lossText({ lane: '', ...loss });
    if (says === null) expect(text).toBeNull();
    else expect(text).toContain(says);
  });
});
