/** What became of own words that waited for the head of a team: it is kept beside the operation, for good. */
import { readDecisions, SYNC_DECISIONS_PATH, type ToldDecision } from '@kiemtra/shared/fieldwork';
import { exchange } from './batch.js';
import { forEach, type LedgerDatabase } from './database.js';
import type { Line } from './line.js';
import type { AnswerRow } from './rows.js';
import { listIn } from './snapshots.js';

const TIMEOUT = 30_000;

/** Asks what was decided, where something waits; gives the rows that changed. A server that knows no such address tells nothing. */
export async function learnDecisions(line: Line): Promise<AnswerRow[]> {
  const changed: AnswerRow[] = [];
  for (const [lane, first] of await firstWaiting(line.db)) changed.push(...(await learnFrom(line, lane, first)));
  return changed;
}

async function learnFrom(line: Line, lane: string, from: number): Promise<AnswerRow[]> {
  const { db, account, surroundings, closing } = line;
  const query = new URLSearchParams({ lane, from_seq: String(from) }).toString();
  const init = { headers: { 'X-Sync-Account': account } };
  const { answer } = await exchange(`${SYNC_DECISIONS_PATH}?${query}`, init, TIMEOUT, surroundings, closing);
  const reply = answer?.status === 200 ? readDecisions(answer.json, lane, from) : null;
  const last = reply?.decisions.at(-1);
  if (!reply || !last) return [];
  const changed = await store(db, lane, reply.decisions);
  return reply.has_more ? [...changed, ...(await learnFrom(line, lane, last.seq + 1))] : changed;
}

/** The lanes of this device on which something waits, each with the first such number. */
async function firstWaiting(db: LedgerDatabase): Promise<Map<string, number>> {
  const parked = await db.read(['ops'], ({ ops }) => listIn({ ops }, ['parked']));
  const first = new Map<string, number>();
  for (const { lane, seq, decision } of parked) {
    if (!decision) first.set(lane, Math.min(seq, first.get(lane) ?? seq));
  }
  return first;
}

/** What was taken is no word of its own any more: the accepted value comes with the pull. What was not stays in sight, as such. */
function store(db: LedgerDatabase, lane: string, told: readonly ToldDecision[]): Promise<AnswerRow[]> {
  return db.write(['ops', 'answers'], async ({ ops, answers }) => {
    const parked = await forEach(told, ({ seq }) => ops.get([lane, seq]));
    const rows = await forEach(parked, (op) => answers.get(op?.cell ?? ''));
    const changed: AnswerRow[] = [];
    for (const [index, { seq, ...decision }] of told.entries()) {
      const [op, row] = [parked[index], rows[index]];
      if (op?.state !== 'parked') continue;
      await ops.put({ ...op, decision });
      if (row?.tip?.lane !== lane || row.tip.seq !== seq) continue;
      const after: AnswerRow =
        decision.decision === 'taken'
          ? { ...row, tip: null, against: null }
          : { ...row, tip: { ...row.tip, decision } };
      await answers.put(after);
      changed.push(after);
    }
    return changed;
  });
}
