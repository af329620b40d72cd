import type { MeView } from '@kiemtra/shared/users';
import { forgetMe, lockDevice, rememberMe } from '../api/remembered-me.js';
import { followAccount } from './follow-account.js';

const me = (accountId: string) => ({ accountId }) as MeView;
const told = () => window.dispatchEvent(new StorageEvent('storage', { key: 'kiemtra.account' }));

describe('a tab of an account', () => {
  it.each<[string, () => void, number]>([
    ['leaves when another tab logs out', forgetMe, 1],
    ['leaves when another tab locks the device', lockDevice, 1],
    ['leaves when another account is let in', () => rememberMe(me('2')), 1],
    ['stays when the same account is named again', () => rememberMe(me('1')), 0],
  ])('%s', (_, happens, times) => {
    rememberMe(me('1'));
    const leave = jest.fn();
    const stop = followAccount('1', leave);
    happens();
    told();
    expect(leave).toHaveBeenCalledTimes(times);
    stop();
    forgetMe();
    told();
    expect(leave).toHaveBeenCalledTimes(times);
  });
});
