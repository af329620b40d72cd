/**
 * POST /api/v1/sync/hello: a device says that it is alive and how it stands, before and after it sends; the lead reads it.
 * Like every request of a device it carries `X-Sync-Account` (see sync-ops.contract).
 */
import { isInstant, isRecord, isUuid } from '../kernel/index.js';

export const SYNC_HELLO_PATH = '/api/v1/sync/hello';

/** The oldest app this server still likes to hear from; an older one is asked to update and goes on sending. */
export const MIN_APP = '0.1.0';

/** Visits whose packs one device holds. */
export const PACKS_MAX = 200;

/** Lanes that one hello can take leave of. */
export const LEFT_MAX = 20;

/** How safe what a device holds is: promised by the browser, not promised, or nearly out of room. */
export const STORAGE_STATES = ['persistent', 'best_effort', 'low', 'unknown'] as const;
export type StorageState = (typeof STORAGE_STATES)[number];

export const STORAGE_STATE_TEXT = {
  persistent: 'Trình duyệt cam kết giữ dữ liệu',
  best_effort: 'Trình duyệt chưa cam kết giữ dữ liệu',
  low: 'Sắp hết bộ nhớ',
  unknown: 'Không rõ tình trạng bộ nhớ',
} satisfies Record<StorageState, string>;

export interface HelloReply {
  /** An instant as JSON writes it, with milliseconds: the device measures its clock by it. */
  server_time: string;
  /** Changes when the server was restored to an earlier point. */
  epoch: string;
  /** Every number of the lane up to this one has an outcome. */
  acked_through: number;
  min_app: string;
  /** Those of the packs that the account may still hold; of any other visit it is no member any more. */
  packs: string[];
  /** What the server has of the lost lane: every number up to this one. */
  lost_acked_through?: number;
}

/** Reads an answer to a hello; null for everything that is not surely the server's word. */
export function readHelloReply(json: unknown): HelloReply | null {
  if (!isRecord(json)) return null;
  const { server_time, epoch, acked_through, min_app, packs } = json;
  const right =
    isInstant(server_time) &&
    isUuid(epoch) &&
    Number.isInteger(acked_through) &&
    typeof min_app === 'string' &&
    Array.isArray(packs) &&
    packs.every(isUuid);
  return right ? (json as unknown as HelloReply) : null;
}

/** True when the version `own` comes before `least`, part by part: 0.9.2 before 0.10.0. */
export function isOlderApp(own: string, least: string): boolean {
  const [a, b] = [own, least].map((version) => version.split(/[.+-]/).slice(0, 3).map(Number));
  const at = [0, 1, 2].find((part) => a?.[part] !== b?.[part]);
  return at !== undefined && Number(a?.[at]) < Number(b?.[at]);
}
