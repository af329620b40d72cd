export { countMissingChunks, lazyPart, onMissingChunk, retryChunks, untilLoaded } from './chunks.js';
export {
  OFFLINE_START_TEXT,
  offlineStartObstacle,
  proveOfflineStart,
  type OfflineStartObstacle,
  type OfflineStartProof,
} from './offline-start.js';
export { requestPersistence, storageEstimate, storageState, type Persistence } from './storage.js';
export { currentUpdate, keepOnDevice, onUpdate, takeUpdate, takeWaitingBuild, type Update } from './updates.js';
