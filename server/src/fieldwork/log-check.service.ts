import { Injectable } from '@nestjs/common';
import { totals, type Input, type Result } from '@kiemtra/shared/criteria';
import { cellKey, fold, type Cell, type LoggedBatch } from '@kiemtra/shared/fieldwork';
import { compareDecimals, isDecimal, sameJson } from '@kiemtra/shared/kernel';
import { AnswersService, type PinnedCriteria } from '../assessments/answers.service.js';
import { AssessmentsService, type TargetState } from '../assessments/assessments.service.js';
import { CriterionFilesService } from '../evidence/criterion-files.service.js';
import { BatchLogService } from './batch-log.service.js';
import { WholeCellsService } from './whole-cells.service.js';

/** Proves that what stands is what follows from the log: cells, evidence, points and kept totals. */
@Injectable()
export class LogCheckService {
  constructor(
    private readonly log: BatchLogService,
    private readonly answers: AnswersService,
    private readonly assessments: AssessmentsService,
    private readonly files: CriterionFilesService,
    private readonly wholeCells: WholeCellsService,
  ) {}

  /** Where the stored state of the province departs from its log, one line for each place; empty when nowhere. */
  async findDifferences(): Promise<string[]> {
    const log = await this.log.readAll();
    const { visits, versions } = namedIn(log);
    const places = await this.log.placesOfVisits([...visits]);
    const criteria = new Map<string, PinnedCriteria>();
    for (const version of versions) criteria.set(version, await this.answers.criteriaOf(version));
    const folded = fold(log, {
      target: (visit) => places.get(visit)?.target ?? '',
      criterion: (version, key) => criteria.get(version)?.find(key),
    });

    const stored = new Map<string, Cell>();
    const wrong: string[] = [];
    const held = new Map(Array.from(places.values(), ({ target, version }) => [target, version]));
    for (const [target, version] of held) {
      if (version === null) continue;
      const state = await this.assessments.readTarget(target, version);
      for (const [criterion, { input, note }] of state.answers) {
        if (input) stored.set(cellKey(target, criterion, 'input'), input);
        if (note) stored.set(cellKey(target, criterion, 'note'), note);
      }
      wrong.push(...wrongPoints(target, state));
    }
    for (const [key, cell] of await this.wholeCells.findAll([...held.keys()])) stored.set(key, cell);
    const files = await this.files.findAll([...held.keys()]);
    return [...differences(stored, folded.cells), ...differences(files, folded.evidence), ...wrong];
  }
}

/** Visits that are named in the log, and versions under which something was taken. */
function namedIn(log: readonly LoggedBatch[]) {
  const operations = log
    .flatMap(({ logged }) => logged)
    .flatMap(({ kept, receipt }) => {
      return 'kind' in kept && receipt.outcome !== 'parked' ? [kept] : [];
    });
  return {
    visits: new Set(operations.map(({ visit }) => visit)),
    versions: new Set(operations.map(({ version }) => version)),
  };
}

function differences<T>(stored: ReadonlyMap<string, T>, folded: ReadonlyMap<string, T>): string[] {
  const keys = [...new Set([...stored.keys(), ...folded.keys()])];
  return keys.filter((key) => !sameJson(plain(stored.get(key)), plain(folded.get(key))));
}

/** As JSON keeps it. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** Answers whose points do not follow from their input, and totals that are not the sums of the answers. */
function wrongPoints(target: string, { criteria, answers, totals: kept }: TargetState): string[] {
  const results = new Map<string, Result>();
  const wrong: string[] = [];
  let disputed = 0;
  for (const [key, { input, note, result }] of answers) {
    // A cell named `input` holds an input or nothing.
    const expected = criteria.score(key, (input?.value ?? null) as Input | null);
    if (expected) results.set(key, expected);
    if (!sameJson(expected, result)) wrong.push(`${target}|${key}|points`);
    if ([input, note].some((cell) => (cell?.siblings.length ?? 0) > 0)) disputed += 1;
  }
  const { areas } = totals(criteria.version, results);
  return [
    ...wrong,
    ...areas
      .filter(({ area, tally }) => !sameNumbers(tally, kept.areas.find((one) => one.area === area)?.tally ?? {}))
      .map(({ area }) => `${target}|${area}|totals`),
    ...(kept.conflicts === disputed ? [] : [`${target}|conflicts`]),
  ];
}

function sameNumbers(a: object, b: object): boolean {
  const others = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([name, value]: [string, unknown]) => {
    const other = others.get(name);
    return isDecimal(value) && isDecimal(other) ? compareDecimals(value, other) === 0 : value === other;
  });
}
