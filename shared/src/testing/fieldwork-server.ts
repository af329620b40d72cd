/** The server of field work without HTTP and without a database, built on the shared rules: for tests on both sides. */
import type { Criterion } from '../criteria/index.js';
import {
  applyBatch,
  CHANGES_MAX,
  earlierOf,
  fieldworkProblems,
  PROTOCOL,
  readBatch,
  readCellKey,
  receive,
  toldReceipts,
  type BatchReply,
  type Cell,
  type CellField,
  type ChangeItem,
  type ChangesReply,
  type EvidenceState,
  type Logged,
  type LoggedBatch,
  type VisitContext,
} from '../fieldwork/index.js';

export const VISIT = '01970000-0000-7000-8000-000000000001';
export const TARGET = '01970000-0000-7000-8000-000000000002';
export const VERSION = '01970000-0000-7000-8000-000000000003';
/** The mark of a server that was never restored. */
export const EPOCH = '01970000-0000-4000-8000-000000000004';
export const RECEIVED_AT = '2026-11-20T01:15:30.000Z';

/** A criterion answered by a rate of files done in time: `{ numerator, denominator }`. */
export function aRateCriterion(key: string): Criterion {
  return {
    key,
    parentKey: null,
    position: 0,
    code: key,
    text: 'Tỷ lệ hồ sơ đúng hạn',
    area: 'CDDH',
    effect: 'base',
    guidance: null,
    suggestions: [],
    maxPoints: '1',
    decimals: 2,
    rule: { kind: 'TARGET', counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ', target: '95' },
    modifiers: [],
  };
}

export const CRITERIA = new Map(['1.1', '1.2', '3.3.1'].map((key) => [key, aRateCriterion(key)]));

export function aVisit(change: Partial<VisitContext> = {}): VisitContext {
  return {
    target: TARGET,
    version: VERSION,
    isOpen: true,
    standing: 'member',
    criterion: (key) => CRITERIA.get(key),
    ...change,
  };
}

interface Lane {
  account: string;
  log: Logged[];
}

export class MemoryServer {
  readonly cells = new Map<string, Cell>();
  readonly evidence = new Map<string, EvidenceState>();
  readonly log: LoggedBatch[] = [];
  readonly lanes = new Map<string, Lane>();
  /** Cells and files by the number of their last change. */
  readonly changed = new Map<string, number>();
  #vseq = 0;

  /** What each account may do where; by default everybody is a member of the one visit. */
  constructor(
    public visitOf: (account: string, visit: string) => VisitContext | undefined = (_, visit) =>
      visit === VISIT ? aVisit() : undefined,
  ) {}

  /** The body of POST sync/ops in the session of `account`. */
  push(account: string, body: unknown, digest = ''): { status: number; json: object } {
    const batch = readBatch(body);
    if (!batch) return { status: 400, json: { code: 'request.malformed' } };
    const lane = this.lanes.get(batch.lane) ?? { account, log: [] };
    if (lane.account !== account) return { status: 403, json: { code: fieldworkProblems.foreignLane.code } };
    const logged = (seq: number) => {
      const found = lane.log[seq - 1];
      if (!found) throw new Error(`The log lacks ${seq}.`);
      return found;
    };
    const arrival = receive(batch, lane.log.length, logged);
    if (!arrival) {
      const details = { acked_through: lane.log.length };
      return { status: 409, json: { code: fieldworkProblems.seqGap.code, details } };
    }
    const visit = (id: string) => this.visitOf(account, id);
    const state = { cells: this.cells, evidence: this.evidence, earlier: earlierOf(lane.log, visit) };
    const context = { lane: batch.lane, account, receivedAt: RECEIVED_AT, visit };
    const done = applyBatch(state, arrival.fresh, context);
    for (const [key, cell] of done.cells) this.cells.set(key, cell);
    for (const [id, file] of done.evidence) this.evidence.set(id, file);
    for (const key of [...done.cells.keys(), ...done.evidence.keys()]) this.changed.set(key, (this.#vseq += 1));
    if (done.logged.length > 0) {
      this.log.push({ lane: batch.lane, account, receivedAt: RECEIVED_AT, logged: done.logged });
    }
    lane.log.push(...done.logged);
    this.lanes.set(batch.lane, lane);
    const reply: BatchReply = {
      protocol: PROTOCOL,
      digest,
      lane: batch.lane,
      acked_through: lane.log.length,
      receipts: toldReceipts(batch.lane, [...arrival.replayed, ...done.logged], visit, this.cells),
      ...(arrival.reusedFrom !== null && { reused_from: arrival.reusedFrom }),
    };
    return { status: 200, json: reply };
  }

  /** GET sync/changes of an account that is in the team of the one visit; `limit` items a page. */
  changes(after: number, limit = CHANGES_MAX): ChangesReply {
    const later = [...this.changed].filter(([, vseq]) => vseq > after).sort((a, b) => a[1] - b[1]);
    const items = later.slice(0, limit).map(([key, vseq]) => this.#item(key, vseq));
    return {
      epoch: EPOCH,
      visits: [VISIT],
      items,
      authors: [],
      next_cursor: items.at(-1)?.vseq ?? (after || null),
      has_more: later.length > limit,
    };
  }

  #item(key: string, vseq: number): ChangeItem {
    const cell = this.cells.get(key);
    if (cell) {
      const { criterion, field } = readCellKey(key);
      return { kind: 'cell', vseq, cell: { ...cell, criterion, field: field as CellField } };
    }
    const state = this.evidence.get(key);
    if (!state) throw new Error(`Nothing is known of ${key}.`);
    const { criterion, file, by, removed } = state;
    if (removed) return { kind: 'removed_file', vseq, criterion, id: file.id };
    return { kind: 'file', vseq, file: { criterion, file, by, isReceived: false } };
  }
}
