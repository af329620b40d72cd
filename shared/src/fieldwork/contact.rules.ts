import type { StorageState } from './hello.contract.js';

const MINUTE = 60_000;

/** After this long without a word a device that holds something back is silent. */
const SILENT_AFTER = 4 * 60 * MINUTE;

/** What a device said last, and what has come of it. */
export interface Contact {
  /** An instant as JSON writes it. */
  contactedAt: string;
  /** The highest number it has given. */
  maxSeq: number;
  /** Every number up to this one has come. */
  ackedThrough: number;
}

/** How many operations of a device have not come, and whether it has been silent too long for that. */
export function contactStanding({ contactedAt, maxSeq, ackedThrough }: Contact, now: Date) {
  const missing = Math.max(0, maxSeq - ackedThrough);
  return { missing, isSilent: missing > 0 && now.getTime() - Date.parse(contactedAt) > SILENT_AFTER };
}

/** A device's clock beside the server's: right, off enough to be said, or not to be believed. Nothing is decided by it. */
export type ClockStanding = 'right' | 'off' | 'suspect';

/** `offsetMs` is device time minus server time; `deviceTime` an instant in milliseconds. */
export function clockStanding(offsetMs: number, deviceTime: number): ClockStanding {
  const off = Math.abs(offsetMs);
  if (off > 24 * 60 * MINUTE || new Date(deviceTime).getUTCFullYear() < 2024) return 'suspect';
  return off > 5 * MINUTE ? 'off' : 'right';
}

/** How far a clock is off, in words: "nhanh 7 phút", "chậm 2 ngày". */
export function clockOffsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE);
  const direction = offsetMs > 0 ? 'nhanh' : 'chậm';
  if (minutes < 120) return `${direction} ${minutes} phút`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${direction} ${hours} giờ` : `${direction} ${Math.round(hours / 24)} ngày`;
}

/** One device of a member, as the lead reads it. */
export interface DeviceView extends Contact {
  lane: string;
  /** It took this visit to the field. */
  holdsPack: boolean;
  /** As it said last. */
  unsent: number;
  /** When the oldest of them was recorded, by the server's clock; null for none. */
  unsentSince: string | null;
  pendingKib: number;
  storage: StorageState;
  clockOffsetMs: number;
  missing: number;
  isSilent: boolean;
  /** The browser threw its storage away: what is missing will not come by itself. */
  isLost: boolean;
  /** Its last word about this visit is that its person is done. */
  isReady: boolean;
}

/** GET /visits/:visitId/devices: who is in the team, and on which devices they record. */
export interface MemberDevicesView {
  accountId: string;
  name: string;
  devices: DeviceView[];
}
