/**
 * GET /api/v1/sync/changes?target&cursor&limit: what changed at a target since a cursor, oldest first, in pages.
 *
 * The cursor is the number of the last change that was told. Every change of a target has the next number, in the order of
 * the commits, so that who follows the cursors sees each thing as it last was and misses nothing. A thing that changed
 * again is told once, at its last number. Without a cursor it begins at the beginning.
 */
import { isRecord, isUuid, Uuid, Whole } from '../kernel/index.js';
import { NUMBER_MAX } from './operation.limits.js';
import type { CellView, EvidenceView } from './visit-state.view.js';

export const SYNC_CHANGES_PATH = '/api/v1/sync/changes';

/** Items of one page. */
export const CHANGES_MAX = 500;

export class ListChangesDto {
  @Uuid() target: string;
  @Whole({ min: 1, max: NUMBER_MAX, optional: true }) cursor?: number;
  @Whole({ min: 1, max: CHANGES_MAX, optional: true }) limit?: number;
}

/** One thing as it stands now. A further kind is a further line here; a device passes over kinds it does not know. */
export type ChangeItem = { vseq: number } & (
  | { kind: 'cell'; cell: CellView }
  | { kind: 'file'; file: EvidenceView }
  | { kind: 'removed_file'; criterion: string; id: string }
);

export interface ChangesReply {
  epoch: string;
  /** Visits to the target at which the caller is in the team now; a pack of any other visit is gone. */
  visits: string[];
  items: ChangeItem[];
  /** Everybody whose words stand in the items. */
  authors: { accountId: string; name: string }[];
  /** The cursor of the next page, also when there is none yet; null while nothing was ever recorded. */
  next_cursor: number | null;
  has_more: boolean;
}

/** Reads an answer; null for everything that is not surely the server's word. */
export function readChanges(json: unknown): ChangesReply | null {
  if (!isRecord(json)) return null;
  const { epoch, visits, items, authors, next_cursor, has_more } = json;
  const right =
    isUuid(epoch) &&
    Array.isArray(visits) &&
    visits.every(isUuid) &&
    Array.isArray(items) &&
    items.every((item) => isRecord(item) && Number.isInteger(item['vseq']) && typeof item['kind'] === 'string') &&
    Array.isArray(authors) &&
    (next_cursor === null || Number.isInteger(next_cursor)) &&
    typeof has_more === 'boolean';
  return right ? (json as unknown as ChangesReply) : null;
}
