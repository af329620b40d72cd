import { ACCOUNT_KEY, findRememberedMe } from '../api/remembered-me.js';

/**
 * Another tab logged out, locked the device or let another account in: this one, and a page that the browser kept for going
 * back, show nothing of the earlier account any more. Gives the way to stop.
 */
export function followAccount(accountId: string, leave: () => void): () => void {
  const watching = new AbortController();
  const check = () => {
    if (findRememberedMe()?.accountId !== accountId) leave();
  };
  const { signal } = watching;
  window.addEventListener('storage', ({ key }) => (key === null || key === ACCOUNT_KEY) && check(), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && check(), { signal });
  return () => watching.abort();
}
