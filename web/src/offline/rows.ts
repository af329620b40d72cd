/** What the device's book is made of: one kind of row for each store. */
import type { PackView } from '@kiemtra/shared/assessments';
import type {
  Cell,
  CellValue,
  CurrentValue,
  Decision,
  Evidence,
  Field,
  Operation,
  Outcome,
  OutcomeCode,
  ReplyReceipt,
  Stamp,
  Word,
} from '@kiemtra/shared/fieldwork';
import type { Bytes } from './digest.js';

/** `local` was never put on the wire and may still change; `sending` was, and never changes again. */
export type OperationState = 'local' | 'sending' | Outcome;

export interface OperationKey {
  lane: string;
  seq: number;
}

/** The last own operation on a cell, as long as its value is not simply the accepted one. */
export interface Tip extends OperationKey {
  state: OperationState;
  code?: OutcomeCode;
  /** Of one in conflict: when the server took it, once it told. */
  receivedAt?: string;
  /** Of a parked one that was not taken. */
  decision?: Decision;
}

export interface AnswerRow {
  cell: string;
  target: string;
  criterion: string;
  field: Field;
  /** What its author sees: the own last word, else the accepted value. For a file, null means removed. */
  value: CellValue | Evidence;
  /** The revision of the accepted value that this device knows. */
  rev: number;
  tip: Tip | null;
  /** The accepted value that the own word disagrees with. */
  against: CurrentValue | null;
  /** Words of others that wait for a decision. */
  siblings: readonly Word[];
  /** Who said the accepted value, once the server told. */
  by?: Stamp | null;
  /** What the server told of the cell while the own word was not sent: it waits until that has its outcome. */
  shadow?: Cell;
  /** Of a file: the server holds its bytes. */
  isReceived?: boolean;
  /** Of a file: why the server does not take its bytes. */
  refusal?: string;
}

export interface OperationRow extends OperationKey {
  cell: string;
  state: OperationState;
  code?: OutcomeCode;
  /** Of a parked one, once the server told what a person made of it. */
  decision?: Decision;
  operation: Operation;
}

export interface ReceiptRow extends OperationKey {
  receipt: ReplyReceipt;
  storedAt: number;
}

export interface BlobRow extends OperationKey {
  id: string;
  cell: string;
  file: Evidence;
  state: 'waiting' | 'received' | 'refused';
  /** When the server confirmed the hash. */
  receivedAt?: number;
}

/** A file in one, as earlier releases stored it. */
export interface BytesRow {
  id: string;
  bytes: Bytes;
}

/** Part `n` of a file, apart from its row, so that a change of state does not write megabytes. */
export interface PieceRow {
  id: string;
  n: number;
  bytes: Bytes;
}

/** What a visit needs without a network, as the server gave it last; its answers are in rows of their own. */
export interface PackRow {
  visit: string;
  target: string;
  view: PackView;
  takenAt: number;
  /** The person took it to the field and saw that it opens without a network. */
  isForField: boolean;
}

/** How far the changes of a target are known here. */
export interface CursorRow {
  target: string;
  cursor: number;
  epoch: string;
}

/** A target whose visits are not this account's any more: what was not sent of it is still kept. */
export interface GoneRow {
  target: string;
}

export interface DeviceRow {
  key: 'device';
  lane: string;
  nextSeq: number;
  /** Every number up to this one has a receipt. */
  ackedThrough: number;
  /** Device clock minus server clock, as of the last answer. */
  offsetMs: number;
  /** Changes when the server was restored to an earlier point. */
  epoch?: string;
  /** The oldest app the server likes to hear from. */
  minApp?: string;
  /** What this device had before the browser threw its storage away. */
  loss?: Loss | null;
  /** A visit was taken to the field since the server was last told of them. */
  hasTaken?: boolean;
  /** Lanes it went on from whole, until the server was told. */
  left?: FormerLane[];
}

export interface FormerLane {
  lane: string;
  /** The last number it gave. */
  lastSeq: number;
}

/** Its last number is 0 when that is not known. */
export interface Loss extends FormerLane {
  /** Every number up to this one is on the server; absent until the server told. */
  ackedThrough?: number;
}

export interface LeaseRow {
  key: 'lease' | 'files-lease';
  owner: string;
  until: number;
}
