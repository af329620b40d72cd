import { cellKey, readCellKey, type CellField, type WholeField, type WholePrefix } from '@kiemtra/shared/fieldwork';
import type { AnswerRow } from './rows.js';
import { cellSnapshot, evidenceSnapshot, type CellSnapshot, type EvidenceSnapshot } from './snapshots.js';
import type { Draft } from './writer.js';

const FILE = '|file:';

/** What is open on this device, in memory: rows as they are on disk, drafts over them. A reading stays the same object until its cell changes. */
export class Shelf {
  readonly #rows = new Map<string, AnswerRow>();
  readonly #cells = new Map<string, CellSnapshot>();
  readonly #evidence = new Map<string, readonly EvidenceSnapshot[]>();
  readonly #whole = new Map<string, readonly WholeField[]>();

  /** `progress`: bytes that the server holds of files under way. */
  constructor(
    private readonly drafts: ReadonlyMap<string, Draft>,
    private readonly progress: ReadonlyMap<string, number>,
  ) {}

  put(rows: readonly AnswerRow[]): void {
    for (const row of rows) {
      this.#rows.set(row.cell, row);
      this.touch(row.cell);
    }
  }

  /** The cell, or its draft, changed. */
  touch(cell: string): void {
    this.#cells.delete(cell);
    const file = cell.indexOf(FILE);
    if (file >= 0) this.#evidence.delete(cell.slice(0, file + FILE.length));
  }

  row(cell: string): AnswerRow | undefined {
    return this.#rows.get(cell);
  }

  cell(target: string, criterion: string, field: CellField | WholeField): CellSnapshot {
    const cell = cellKey(target, criterion, field);
    const snapshot = this.#cells.get(cell) ?? cellSnapshot(this.#rows.get(cell), this.drafts.get(cell));
    this.#cells.set(cell, snapshot);
    return snapshot;
  }

  /** Names of what stands whole beside the answers of a target; the same list until one comes or goes. */
  wholeFields(target: string, kind: WholePrefix): readonly WholeField[] {
    const prefix = cellKey(target, '', kind);
    const cells = new Set([...this.#rows.keys(), ...this.drafts.keys()].filter((cell) => cell.startsWith(prefix)));
    // The prefix says what kind of name it is.
    const fields = [...cells].sort().map((cell) => readCellKey(cell).field as WholeField);
    const known = this.#whole.get(prefix);
    if (known && known.join() === fields.join()) return known;
    this.#whole.set(prefix, fields);
    return fields;
  }

  evidence(target: string, criterion: string): readonly EvidenceSnapshot[] {
    const prefix = `${target}|${criterion}${FILE}`;
    const known = this.#evidence.get(prefix);
    if (known) return known;
    const cells = new Set([...this.#rows.keys(), ...this.drafts.keys()].filter((cell) => cell.startsWith(prefix)));
    // Ids are minted in the order of time.
    const files = [...cells]
      .sort()
      .flatMap((cell) => evidenceSnapshot(this.#rows.get(cell), this.drafts.get(cell), this.progress.get(cell)) ?? []);
    this.#evidence.set(prefix, files);
    return files;
  }
}
