import { EXTENSION_ACT_LABELS, type ExtensionAct } from './extension.rules.js';
import { REMEDY_ACT_LABELS, type RemedyAct } from './remedy-state.rules.js';

/** What an entry of a thread may be. */
export type ThreadAct = RemedyAct | ExtensionAct;

/** As the line of a thread. */
export const THREAD_ACT_LABELS: Record<ThreadAct, string> = { ...REMEDY_ACT_LABELS, ...EXTENSION_ACT_LABELS };

const DECISIONS: readonly ThreadAct[] = ['return', 'accept', 'grant_extension', 'refuse_extension'];

/** By these acts the department judges what a unit said; nobody does them about the own unit. */
export function isDecision(act: ThreadAct): boolean {
  return DECISIONS.includes(act);
}

/** Ids of the asks for more time that a report left unanswered; the thread goes from the oldest entry on. */
export function asksEndedByReport(thread: readonly { id: string; act: ThreadAct }[]): Set<string> {
  const ended = new Set<string>();
  let open: string | null = null;
  for (const { id, act } of thread) {
    if (act === 'report' && open !== null) ended.add(open);
    if (act === 'ask_extension') open = id;
    else if (act !== 'acknowledge') open = null;
  }
  return ended;
}
