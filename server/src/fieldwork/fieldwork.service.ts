/**
 * The one door for what is recorded on site. A batch is decided in memory between one read and one write: the lane is
 * held, then the targets and visits it names, so that what was read is what stands until the commit. The batch log is the
 * record; answers, evidence and totals follow from it in the same transaction.
 */
import { Injectable } from '@nestjs/common';
import {
  applyBatch,
  cellOf,
  earlierOf,
  fieldworkProblems,
  isWholeField,
  PROTOCOL,
  readCellKey,
  receive,
  toldReceipts,
  touchedBy,
  wholeName,
  type Applied,
  type Batch,
  type BatchReply,
  type Cell,
  type Earlier,
  type Entry,
  type Logged,
  type ParkedCode,
  type WholeField,
} from '@kiemtra/shared/fieldwork';
import type { FieldFinding } from '@kiemtra/shared/findings';
import { Problem } from '@kiemtra/shared/kernel';
import { AnswerSheet, AnswersService, type SaidIn } from '../assessments/answers.service.js';
import { CriterionFilesService } from '../evidence/criterion-files.service.js';
import { FieldFindings, type SaidFinding } from '../findings/field-findings.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { BatchLogService } from './batch-log.service.js';
import { RecordingVisits, type HeldVisits } from './recording-visits.service.js';
import { WholeCellsService, wholeFieldsOf } from './whole-cells.service.js';

@Injectable()
export class FieldworkService {
  constructor(
    private readonly log: BatchLogService,
    private readonly visits: RecordingVisits,
    private readonly answers: AnswersService,
    private readonly files: CriterionFilesService,
    private readonly wholeCells: WholeCellsService,
    private readonly findings: FieldFindings,
    private readonly clock: Clock,
  ) {}

  /** Takes a batch in; `digest` is echoed. Every operation has an outcome, none stops its neighbours. */
  async push({ accountId: account }: Access, batch: Batch, digest: string): Promise<BatchReply> {
    const { lane } = batch;
    const named = batch.entries.map(keptOf);
    const visitIds = distinct(named.map(({ visit }) => visit));
    const fields = wholeFieldsOf(named);
    // Asked in one breath: Postgres takes them in order, so the answers are read when all that may change them is held.
    const [ackedThrough, held, asked, whole] = await Promise.all([
      this.log.holdLane(lane, account),
      this.visits.hold(visitIds, account),
      this.answers.find(visitIds, distinct(named.map(({ criterion }) => criterion))),
      this.wholeCells.find(visitIds, fields),
    ]);
    const known = await this.log.find(lane, numbersAskedOf(batch, ackedThrough));
    const arrival = receive(batch, ackedThrough, (seq) => known.get(seq) ?? lacking(lane, seq));
    if (!arrival) throw new Problem(fieldworkProblems.seqGap, { acked_through: ackedThrough });

    const { fresh, replayed, reusedFrom } = arrival;
    const visits = await this.visits.describe(held);
    const sheet = new AnswerSheet(visits.criteria, asked);
    const evidence = await this.files.find(touchedBy(fresh, visits.of).evidence);
    const earlier = await this.earlier(known, visits);
    const said = { lane, account, receivedAt: this.clock.now().toISOString() };
    const cells = new Map([...sheet.cells, ...whole]);
    const hasFindings = fields.some(isFinding);
    const closed = hasFindings ? await this.closed(fresh, visits) : new Map<string, ParkedCode>();
    const done = applyBatch({ cells, evidence, earlier, closed }, fresh, { ...said, visit: visits.of });
    if (fresh.length > 0) await this.save(batch, said, visits, sheet, done);

    return {
      protocol: PROTOCOL,
      digest,
      lane,
      acked_through: ackedThrough + fresh.length,
      receipts: toldReceipts(batch.lane, [...replayed, ...done.logged], visits.of, new Map([...cells, ...done.cells])),
      ...(reusedFrom !== null && { reused_from: reusedFrom }),
    };
  }

  /**
   * What earlier operations of the lane left behind. Two visits to one target write to the same answers, so one may name a
   * visit that the batch does not; nothing more is held for it, lest two batches wait for each other.
   */
  private async earlier(known: ReadonlyMap<number, Logged>, visits: HeldVisits): Promise<Map<number, Earlier>> {
    const named = distinct(Array.from(known.values(), ({ kept }) => kept.visit)).filter((id) => !visits.of(id));
    const places = named.length > 0 ? await this.log.placesOfVisits(named) : new Map<string, { target: string }>();
    return earlierOf(known.values(), (id) => visits.of(id) ?? places.get(id));
  }

  /** Findings of which nothing may be said any more. */
  private async closed(fresh: readonly Entry[], visits: HeldVisits): Promise<Map<string, ParkedCode>> {
    const named = new Map<string, string>();
    for (const kept of fresh.map(keptOf)) {
      const key = cellOf(kept, visits.of);
      const id = key === null ? null : findingId(key);
      if (key !== null && id !== null) named.set(key, id);
    }
    const closed = await this.findings.holdClosed([...named.values()]);
    return new Map(
      Array.from(named).flatMap(([key, id]) => {
        const code = closed.get(id);
        return code ? [[key, code] as const] : [];
      }),
    );
  }

  /** Findings follow what was said of them. */
  private async takeFindings({ account }: SaidIn, visits: HeldVisits, done: Applied): Promise<void> {
    const said = new Map<string, SaidFinding>();
    for (const { kept, receipt } of done.logged) {
      const key = receipt.outcome === 'applied' ? cellOf(kept, visits.of) : null;
      if (key === null || !('kind' in kept)) continue;
      const [id, cell] = [findingId(key), done.cells.get(key)];
      if (id === null || !cell) continue;
      const { visit, version } = kept;
      const { target } = readCellKey(key);
      // A cell of this name holds a finding or nothing.
      const value = cell.value as FieldFinding | null;
      said.set(id, { id, account, visit, target, version, value, isNew: said.get(id)?.isNew ?? receipt.rev === 1 });
    }
    await this.findings.take([...said.values()]);
  }

  private async save(batch: Batch, said: SaidIn, visits: HeldVisits, sheet: AnswerSheet, done: Applied): Promise<void> {
    const vseqs = new Map<string, number>();
    const number = (target: string): number => {
      const next = (vseqs.get(target) ?? visits.vseqs.get(target) ?? 0) + 1;
      vseqs.set(target, next);
      return next;
    };
    const files = [...done.evidence.values()];
    const { answers, whole } = sorted(done.cells);
    const touched = new Set(files.map(({ target }) => target));
    for (const key of answers.keys()) touched.add(readCellKey(key).target);
    await this.answers.begin(sheet, touched, said.receivedAt);
    this.answers.save(sheet, { cells: answers, touched, said, number });
    this.wholeCells.save(whole, number);
    if (Array.from(whole.keys()).some((key) => findingId(key) !== null)) await this.takeFindings(said, visits, done);
    await this.files.save(
      files.map((state) => {
        return { state, assessmentId: sheet.assessmentOf(state.target), vseq: number(state.target) };
      }),
    );
    // Last: it is told the numbers that the others gave.
    await this.log.add({ ...said, app_version: batch.app_version, logged: done.logged, vseqs });
  }
}

/** Numbers of the lane that must be looked up: those sent again, and those that others build on. */
function numbersAskedOf({ first_seq, entries }: Batch, ackedThrough: number): number[] {
  const own = entries.map((_, index) => first_seq + index);
  const bases = entries.flatMap((entry) => {
    const { base } = keptOf(entry);
    return base && 'seq' in base ? [base.seq] : [];
  });
  return [...new Set([...own, ...bases])].filter((seq) => seq <= ackedThrough);
}

/** Cells of answers, and those that are recorded whole. */
function sorted(cells: ReadonlyMap<string, Cell>) {
  const [answers, whole] = [new Map<string, Cell>(), new Map<string, Cell>()];
  for (const [key, cell] of cells) (isWholeField(readCellKey(key).field) ? whole : answers).set(key, cell);
  return { answers, whole };
}

/** The finding that a cell is about; null when it is about something else. */
function findingId(key: string): string | null {
  const { field } = readCellKey(key);
  return isWholeField(field) && isFinding(field) ? wholeName(field) : null;
}

function isFinding(field: WholeField): boolean {
  return field.startsWith('finding:');
}

function keptOf({ operation, refusal }: Entry): Logged['kept'] {
  return operation ?? refusal;
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}

function lacking(lane: string, seq: number): never {
  throw new Error(`The log of lane ${lane} lacks number ${seq}.`);
}
