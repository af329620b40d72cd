import type { MeView } from '@kiemtra/shared/users';
import { api } from './client.js';
import { isOwnRefusal, networkProblem } from './problem.js';
import { findRememberedMe, forgetMe, isDeviceLocked, rememberMe } from './remembered-me.js';

/** On a line that says nothing, one who is known does not wait longer. */
const PATIENCE_MS = 3_000;

/**
 * The account that this page is for. Where the server does not answer, or somebody else answers in its place, it is the one
 * the server named last on this device; our own server's refusal always counts.
 */
export async function whoAsks(): Promise<MeView> {
  if (isDeviceLocked()) await endSession();
  const remembered = findRememberedMe();
  const answer = askServer();
  if (!remembered) return answer;
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const answered = answer.catch((error: unknown) => {
    if (isOwnRefusal(error)) throw error;
    return null;
  });
  const me = await Promise.race([answered, silence]);
  if (me) return me;
  void reloadForAnother(answered, remembered);
  return remembered;
}

/** Ends the session of this device; one that has ended already is no obstacle. */
export async function endSession(): Promise<void> {
  try {
    await api.post<void>('/auth/logout', undefined, { background: true });
  } catch (error) {
    if (!isOwnRefusal(error)) throw error;
  }
  forgetMe();
}

/** An answer that comes too late counts when it names another account. */
async function reloadForAnother(answered: Promise<MeView | null>, shown: MeView): Promise<void> {
  const late = await answered.catch(() => null);
  if (late && late.accountId !== shown.accountId) location.reload();
}

async function askServer(): Promise<MeView> {
  const me = await api.get<Partial<MeView> | undefined>('/auth/me');
  if (typeof me?.accountId !== 'string') throw networkProblem();
  rememberMe(me as MeView);
  return me as MeView;
}
