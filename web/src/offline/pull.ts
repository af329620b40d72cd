/** Asks what others recorded since a cursor. It never touches what is not sent: that has it beside it. */
import type { AuthorView, PackView } from '@kiemtra/shared/assessments';
import { readChanges, SYNC_CHANGES_PATH, type ChangesReply } from '@kiemtra/shared/fieldwork';
import { exchange } from './batch.js';
import { forEach, type Writing } from './database.js';
import { fillTarget } from './fill.js';
import { GONE_STORES, leaveVisits } from './gone.js';
import type { Line } from './line.js';
import type { AnswerRow, CursorRow } from './rows.js';

export { learnDecisions } from './decisions.js';
export { sweepGone } from './gone.js';

const TIMEOUT = 30_000;

export interface Pulled {
  changed: AnswerRow[];
  /** Visits that are not this account's any more. */
  gone: string[];
  /** Packs that name somebody new. */
  renewed: PackView[];
  hasMore: boolean;
}

const NOTHING: Pulled = { changed: [], gone: [], renewed: [], hasMore: false };

/** One page of changes: they and the new cursor are stored together, or not at all. `touched` changed meanwhile. */
export async function pullPage(line: Line, target: string, touched: ReadonlySet<string>): Promise<Pulled> {
  const { db, account, surroundings, closing } = line;
  const from = await db.read(['cursors'], ({ cursors }) => cursors.get(target));
  const query = new URLSearchParams({ target, ...(from && from.cursor > 0 && { cursor: String(from.cursor) }) });
  const init = { headers: { 'X-Sync-Account': account } };
  const { answer } = await exchange(`${SYNC_CHANGES_PATH}?${query.toString()}`, init, TIMEOUT, surroundings, closing);
  const reply = answer?.status === 200 ? readChanges(answer.json) : null;
  return reply ? store(line, target, from, reply, touched) : NOTHING;
}

function store(
  { db, account }: Line,
  target: string,
  from: CursorRow | undefined,
  reply: ChangesReply,
  touched: ReadonlySet<string>,
): Promise<Pulled> {
  const { epoch, visits, items, authors, next_cursor, has_more } = reply;
  return db.write([...GONE_STORES, 'meta'], async (stores) => {
    const { packs, cursors } = stores;
    // Another tab was faster, or a pack came.
    if ((await cursors.get(target))?.cursor !== from?.cursor) return NOTHING;
    const gone = await leaveVisits(stores, target, account, visits);
    if (!(await packs.index('target').count(target))) return { ...NOTHING, gone };
    // A server that was restored counts anew.
    if (from && from.epoch !== epoch) {
      await cursors.put({ target, cursor: 0, epoch });
      return { ...NOTHING, gone, hasMore: true };
    }
    const { changed, isWhole } = await fillTarget(stores, target, items, touched);
    const cursor = next_cursor ?? 0;
    // What was passed over is told once more.
    if (isWhole) await cursors.put({ target, cursor, epoch });
    const renewed = await introduce(stores, target, authors);
    return { changed, gone, renewed, hasMore: isWhole && has_more && cursor > (from?.cursor ?? 0) };
  });
}

/** Adds to the packs of a target whoever is named there for the first time. */
async function introduce(
  { packs }: Writing<'packs'>,
  target: string,
  authors: readonly AuthorView[],
): Promise<PackView[]> {
  if (authors.length === 0) return [];
  const renewed = (await packs.index('target').getAll(target)).flatMap((row) => {
    const known = new Set(row.view.authors.map(({ accountId }) => accountId));
    const unknown = authors.filter(({ accountId }) => !known.has(accountId));
    return unknown.length > 0 ? [{ ...row, view: { ...row.view, authors: [...row.view.authors, ...unknown] } }] : [];
  });
  await forEach(renewed, (row) => packs.put(row));
  return renewed.map(({ view }) => view);
}
