import { Button } from '@mantine/core';
import { api } from '../api/client.js';
import { takeUpdate } from '../app-shell/index.js';
import { useLedger, type SyncStatus } from '../offline/index.js';

/** The one thing to do about what waits: send it now, or first what sending needs. */
export function SyncAct({ state }: Pick<SyncStatus, 'state'>) {
  const ledger = useLedger();
  const logInAgain = async () => {
    // Asks who one is: a lost session opens the dialog over the page.
    await api.get('/auth/me').catch(() => undefined);
    await ledger.flushNow();
  };
  if (state === 'auth_required') return <Button onClick={() => void logInAgain()}>Đăng nhập lại</Button>;
  if (state === 'update_required') return <Button onClick={() => void takeUpdate()}>Tải bản mới</Button>;
  return (
    <Button variant="default" loading={state === 'sending'} onClick={() => void ledger.flushNow()}>
      Gửi ngay
    </Button>
  );
}
