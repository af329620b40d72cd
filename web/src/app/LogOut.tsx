import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { isPassing } from '../api/client.js';
import { useCan, useMe } from '../api/me.js';
import { lockDevice } from '../api/remembered-me.js';
import { endSession } from '../api/who-asks.js';
import type { Ledger } from '../offline/index.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { deviceLedger } from './device-ledger.js';
import { LeaveDialog } from './LeaveDialog.js';
import { heldBack, type Leaving } from './leaving.js';

/** How long logging out waits for what is still to send, and locking for the server to end the session. */
const FLUSH_MS = 10_000;
const LOCK_MS = 5_000;

/**
 * Logs out once the device has nothing left to send; else the person decides. What is on this device alone is never
 * deleted; what the server has as well is, when nothing is left.
 */
export function LogOut() {
  const { accountId } = useMe();
  const mayHold = useCan('fieldwork.record');
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const attempt = useRef(0);

  const openLedger = () => (mayHold ? deviceLedger(accountId).catch(() => null) : Promise.resolve(null));
  const stay = () => {
    attempt.current += 1;
    setLeaving(null);
  };
  const logOut = async () => {
    setProblem(null);
    const mine = (attempt.current += 1);
    const ledger = await openLedger();
    setLeaving({ is: 'sending', ledger });
    if (ledger) await Promise.race([ledger.flushNow(), passed(FLUSH_MS)]);
    if (attempt.current !== mine) return;
    const left = ledger ? heldBack(ledger) : 0;
    if (left > 0) return setLeaving({ is: 'asking', left });
    try {
      await endSession();
    } catch (error) {
      if (isPassing(error)) return setLeaving({ is: 'asking', left: 0 });
      setLeaving(null);
      return setProblem(error);
    }
    await goAway(ledger);
  };
  const lock = async () => {
    setLeaving({ is: 'locking' });
    const isMarked = lockDevice();
    const ended = endSession();
    try {
      // A locked device ends the session before it lets anybody in.
      await (isMarked ? Promise.race([ended.catch(() => undefined), passed(LOCK_MS)]) : ended);
    } catch (error) {
      setLeaving(null);
      return setProblem(error);
    }
    await goAway(await openLedger());
  };
  return (
    <>
      <Button variant="default" onClick={() => void logOut()} loading={leaving !== null}>
        Đăng xuất
      </Button>
      <LeaveDialog leaving={leaving} onStay={stay} onLock={() => void lock()} />
      {problem !== null && <ProblemAlert problem={problem} kept="Anh/chị vẫn đang đăng nhập." />}
    </>
  );
}

/** To the log-in page. Nothing of the account stays in this tab, nor on the device what the server has as well. */
async function goAway(ledger: Ledger | null): Promise<void> {
  if (ledger && heldBack(ledger) === 0) await ledger.forgetClean().catch(() => undefined);
  sessionStorage.clear();
  location.assign('/');
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
