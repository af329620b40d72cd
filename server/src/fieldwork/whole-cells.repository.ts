import { Injectable } from '@nestjs/common';
import type { Cell, CellView, WholeField, WholeValue, Word } from '@kiemtra/shared/fieldwork';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';

interface WholeCellRow {
  target_id: string;
  field: WholeField;
  criterion_key: string | null;
  value: WholeValue | null;
  rev: number;
  lane_id: string;
  seq: number;
  account_id: string;
  received_at: Date;
  siblings: Word[] | null;
  vseq: number;
}

export interface WholeCell {
  target: string;
  view: CellView;
  vseq: number;
}

/** A cell as it is written; somebody has said it. */
export interface WrittenCell {
  target: string;
  criterion: string;
  field: string;
  cell: Cell;
  vseq: number;
}

const SELECT = `select w.target_id, w.field, w.criterion_key, w.value, w.rev, w.lane_id, w.seq, w.account_id, w.received_at,
  w.siblings, w.vseq from whole_cell w`;

const SAVE = new Statement(
  'save-whole-cells',
  `insert into whole_cell (province_id, target_id, field, criterion_key, value, rev, lane_id, seq, account_id, received_at,
     siblings, vseq)
   select $1, c.* from json_to_recordset($2) as c(target_id uuid, field text, criterion_key text, value jsonb, rev integer,
     lane_id uuid, seq integer, account_id uuid, received_at timestamptz, siblings jsonb, vseq bigint)
   on conflict (province_id, target_id, field) do update set value = excluded.value, rev = excluded.rev,
     lane_id = excluded.lane_id, seq = excluded.seq, account_id = excluded.account_id, received_at = excluded.received_at,
     siblings = excluded.siblings, vseq = excluded.vseq`,
);

@Injectable()
export class WholeCellsRepository {
  constructor(private readonly db: Database) {}

  /** Holds a target against all field work until the work ends; gives the number of its last change. */
  async hold(target: string): Promise<number> {
    const row = await this.db.one<{ vseq: number }>('select vseq from plan_target where id = $1 for update', [target]);
    return row?.vseq ?? 0;
  }

  /** One of a target. */
  async findOf(target: string, field: string): Promise<WholeCell[]> {
    const rows = await this.db.query<WholeCellRow>(`${SELECT} where w.target_id = $1 and w.field = $2`, [
      target,
      field,
    ]);
    return rows.map(wholeCellOf);
  }

  /** Those of the targets of visits that have one of these names. */
  async find(visits: readonly string[], fields: readonly string[]): Promise<WholeCell[]> {
    const rows = await this.db.query<WholeCellRow>(
      `${SELECT} where w.target_id in (select v.target_id from visit v where v.id = any($1)) and w.field = any($2)`,
      [visits, fields],
    );
    return rows.map(wholeCellOf);
  }

  /** Those of targets that changed after a number, in the order of their last changes. */
  async list(targets: readonly string[], after: number, limit: number | null): Promise<WholeCell[]> {
    const rows = await this.db.query<WholeCellRow>(
      `${SELECT} where w.target_id = any($1) and w.vseq > $2 order by w.target_id, w.vseq limit $3`,
      [targets, after, limit],
    );
    return rows.map(wholeCellOf);
  }

  /** Stands when the work ends. */
  save(cells: readonly WrittenCell[]): void {
    const rows = cells.map(({ target, criterion, field, cell: { by, ...cell }, vseq }) => ({
      target_id: target,
      field,
      criterion_key: criterion === '' ? null : criterion,
      value: cell.value,
      rev: cell.rev,
      lane_id: by?.lane,
      seq: by?.seq,
      account_id: by?.account,
      received_at: by?.received_at,
      siblings: cell.siblings.length > 0 ? cell.siblings : null,
      vseq,
    }));
    this.db.queryLast(SAVE, [this.db.provinceId, JSON.stringify(rows)]);
  }
}

function wholeCellOf(row: WholeCellRow): WholeCell {
  const { lane_id: lane, seq, account_id: account, received_at, value, rev, siblings, field } = row;
  const by = { lane, seq, account, received_at: received_at.toISOString() };
  const view = { rev, value, by, siblings: siblings ?? [], criterion: row.criterion_key ?? '', field };
  return { target: row.target_id, view, vseq: row.vseq };
}
