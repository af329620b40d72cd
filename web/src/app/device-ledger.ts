import { useEffect, useState } from 'react';
import { useMe } from '../api/me.js';
import { storageState, untilLoaded } from '../app-shell/index.js';
import { visitOfSheet } from '../features/visits/visits.paths.js';
import type { Ledger } from '../offline/index.js';
import { version } from '../../package.json';

let opened: { account: string; ledger: Promise<Ledger> } | null = null;

/** The page is drawn before anything is sent or asked for behind it. */
const DRAWN_MS = 700;

/** The device's ledger of an account: opened once a page, in a chunk of its own, and sending from then on. */
export function deviceLedger(account: string): Promise<Ledger> {
  if (opened?.account !== account) {
    const ledger = untilLoaded(() => import('../offline/index.js')).then(
      ({ openLedger, browserSurroundings, loadSync }) =>
        openLedger(account, { ...browserSurroundings(version), storage: storageState }, async () => {
          await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
          return untilLoaded(loadSync);
        }),
    );
    opened = { account, ledger };
  }
  return opened.ledger;
}

/** Reads what is on this device, and the sheet at this address, while the page comes; who shows it says so when it cannot be. */
export async function openEarly(account: string, pathname: string): Promise<void> {
  const visit = visitOfSheet(pathname);
  try {
    const ledger = await deviceLedger(account);
    if (visit !== null) await ledger.openPack(visit);
  } catch {
    // Asked for again where it is shown.
  }
}

/** The ledger of the logged-in account; `failed` where the device keeps nothing (a private window, a full disk). */
export function useDeviceLedger(): Ledger | 'opening' | 'failed' {
  const { accountId } = useMe();
  const [ledger, setLedger] = useState<Ledger | 'opening' | 'failed'>('opening');
  useEffect(() => {
    let isCurrent = true;
    deviceLedger(accountId).then(
      (open) => isCurrent && setLedger(open),
      () => isCurrent && setLedger('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [accountId]);
  return ledger;
}
