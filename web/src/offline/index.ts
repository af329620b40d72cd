export { CELL_STATUS_TEXT, OUTBOX_TEXT, type CellStatus, type OutboxState } from './cell-status.js';
export type { Loss } from './rows.js';
export { sha256Hex, type Bytes } from './digest.js';
export { EditRefused, localInstant, type AnswerPlace, type NewFile } from './edits.js';
export {
  LedgerProvider,
  useCell,
  useCells,
  useEvidence,
  useLedger,
  useOpenVisit,
  usePack,
  useSyncStatus,
  useWholeCells,
} from './hooks.js';
export type { WholeCell } from './hooks.js';
export type { HeldVisit } from './held.js';
export type { Ledger } from './ledger.js';
export { openLedger } from './open-ledger.js';
export type { Queue, QueueItem, QueuePart } from './queue.js';
export { acceptedOf, type CellSnapshot, type EvidenceSnapshot, type SyncStatus } from './snapshots.js';
export type { Readiness } from './ready.js';
export { browserSurroundings, type Surroundings } from './surroundings.js';

/** Brings the part that speaks with the server. */
export const loadSync = () => import('./sync.js');
