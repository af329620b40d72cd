/**
 * Who is logged in, kept on the device for a start without the server. It is the account the server named last; logging out
 * forgets it, and it counts no longer than a session without its server may.
 */
import type { MeView } from '@kiemtra/shared/users';
import { isRecord } from '@kiemtra/shared/kernel';
import { OFFLINE_START_HOURS } from '@kiemtra/shared/users';

export const ACCOUNT_KEY = 'kiemtra.account';
const LOCKED = '"locked"';

/** To be called whenever the server says who is asking. */
export function rememberMe(me: MeView): void {
  try {
    localStorage.setItem(ACCOUNT_KEY, JSON.stringify({ me, confirmedAt: Date.now() }));
  } catch {
    // A full or forbidden storage: this device starts with its server alone.
  }
}

export function forgetMe(): void {
  localStorage.removeItem(ACCOUNT_KEY);
}

/**
 * From here on nobody is let in on this device before the server has ended the session that was left on it. False where the
 * device keeps nothing.
 */
export function lockDevice(): boolean {
  try {
    localStorage.setItem(ACCOUNT_KEY, LOCKED);
    return true;
  } catch {
    return false;
  }
}

export function isDeviceLocked(): boolean {
  return localStorage.getItem(ACCOUNT_KEY) === LOCKED;
}

/** The account of a start that the server does not answer; null when nobody is known. */
export function findRememberedMe(): MeView | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(ACCOUNT_KEY) ?? 'null');
    if (!isRecord(kept) || typeof kept['confirmedAt'] !== 'number' || !isRecord(kept['me'])) return null;
    const isOutdated = Date.now() - kept['confirmedAt'] > OFFLINE_START_HOURS * 3_600_000;
    return isOutdated ? null : (kept['me'] as unknown as MeView);
  } catch {
    return null;
  }
}
