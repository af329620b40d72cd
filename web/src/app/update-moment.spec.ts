import type { Ledger, SyncStatus } from '../offline/index.js';
import { whyNotNow } from './update-moment.js';

/** A ledger in one state after the other, each told to who listens. */
function ledgerBeing(...states: Partial<SyncStatus>[]) {
  const commit = jest.fn(() => Promise.resolve());
  const ledger = {
    commit,
    status: () => ({ state: 'idle', unsaved: 0, ...states[0] }),
    subscribe: (listener: () => void) => {
      const timer = setInterval(() => {
        if (states.length > 1) states.shift();
        listener();
      }, 10);
      return () => clearInterval(timer);
    },
  };
  return ledger as unknown as Ledger & { commit: typeof commit };
}

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('the moment of an update', () => {
  it('comes once the typing is on the device', async () => {
    const ledger = ledgerBeing({ state: 'idle' });
    expect(await whyNotNow(ledger)).toBeNull();
    expect(ledger.commit).toHaveBeenCalledTimes(1);
  });

  it('waits for what is being sent', async () => {
    expect(await whyNotNow(ledgerBeing({ state: 'sending' }, { state: 'sending' }, { state: 'idle' }))).toBeNull();
  });

  it('does not come while sending does not end', async () => {
    jest.useFakeTimers();
    const why = whyNotNow(ledgerBeing({ state: 'sending' }));
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await why).toMatch(/đang gửi/);
  });

  it('does not come over a form that a reload would empty, nor over a value the device could not save', async () => {
    expect(await whyNotNow(ledgerBeing({ unsaved: 2 }))).toMatch(/2 mục/);
    document.body.innerHTML = '<form data-unkept="true"></form>';
    expect(await whyNotNow(null)).toMatch(/Biểu mẫu/);
  });
});
