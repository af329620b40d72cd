export { CELL_STATUS_TEXT, OUTBOX_TEXT, type CellStatus, type OutboxState } from './cell-status.js';
export { EditRefused, type AnswerPlace } from './edits.js';
export {
  LedgerProvider,
  useCell,
  useEvidence,
  useLedger,
  useOpenVisit,
  usePack,
  useSyncStatus,
  useWholeCells,
} from './hooks.js';
export type { WholeCell } from './hooks.js';
export { openLedger, type Ledger } from './ledger.js';
export type { Queue, QueueItem, QueuePart } from './queue.js';
export type { CellSnapshot, EvidenceSnapshot, SyncStatus } from './snapshots.js';
export { browserSurroundings, type Surroundings } from './surroundings.js';
