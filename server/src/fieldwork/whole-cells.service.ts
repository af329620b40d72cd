import { Injectable } from '@nestjs/common';
import {
  cellKey,
  isWholeField,
  placeOf,
  readCellKey,
  type Cell,
  type CellView,
  type ChangeItem,
  type Logged,
  type WholeField,
} from '@kiemtra/shared/fieldwork';
import { WholeCellsRepository, type WholeCell } from './whole-cells.repository.js';

/** What is recorded whole beside the answers. The caller holds the targets against all other work when it writes. */
@Injectable()
export class WholeCellsService {
  constructor(private readonly cells: WholeCellsRepository) {}

  /** Those of these names at the targets of visits, by key; most batches name none. */
  async find(visits: readonly string[], fields: readonly WholeField[]): Promise<Map<string, Cell>> {
    return byKey(fields.length > 0 ? await this.cells.find(visits, fields) : []);
  }

  /** Holds a target against all field work until the work ends; gives the number of its last change. */
  holdTarget(target: string): Promise<number> {
    return this.cells.hold(target);
  }

  async findOf(target: string, field: WholeField): Promise<Map<string, Cell>> {
    return byKey(await this.cells.findOf(target, field));
  }

  /** All of targets, by key. */
  async findAll(targets: readonly string[]): Promise<Map<string, Cell>> {
    return byKey(await this.cells.list(targets, 0, null));
  }

  async list(target: string): Promise<CellView[]> {
    return (await this.cells.list([target], 0, null)).map(({ view }) => view);
  }

  /** Those of a target that changed after a number, in the order of their last changes. */
  async listChanges(target: string, after: number, limit: number): Promise<ChangeItem[]> {
    const found = await this.cells.list([target], after, limit);
    return found.map(({ view, vseq }) => ({ kind: 'cell', vseq, cell: view }));
  }

  /** Writes cells as they are now; they stand when the work ends. */
  save(cells: ReadonlyMap<string, Cell>, number: (target: string) => number): void {
    if (cells.size === 0) return;
    this.cells.save(
      Array.from(cells, ([key, cell]) => {
        const place = readCellKey(key);
        return { ...place, cell, vseq: number(place.target) };
      }),
    );
  }
}

/** Names of the whole cells that operations are about. */
export function wholeFieldsOf(kept: readonly Logged['kept'][]): WholeField[] {
  return [...new Set(kept.map((one) => placeOf(one)?.field).filter(isWholeField))];
}

function byKey(found: readonly WholeCell[]): Map<string, Cell> {
  return new Map(
    found.map(({ target, view: { criterion, field, ...cell } }) => [cellKey(target, criterion, field), cell]),
  );
}
