import type { ProofAnswer } from '../../service-worker/protocol.js';
import { askWorker, findWorkers, inTime } from './workers.js';

/** Why the app cannot start without a network here. */
export type OfflineStartObstacle = 'insecure' | 'unsupported' | 'not-installed' | 'silent';

export const OFFLINE_START_TEXT = {
  insecure:
    'Không có khởi động ngoại tuyến: địa chỉ này không dùng HTTPS. Nội dung ghi vẫn lưu trên máy; khi mất mạng không đóng và không tải lại trang.',
  unsupported:
    'Không có khởi động ngoại tuyến: trình duyệt này không hỗ trợ hoặc đang ở chế độ ẩn danh. Khi mất mạng không đóng và không tải lại trang.',
  'not-installed': 'Chưa tải đủ ứng dụng về máy để khởi động khi không có mạng. Giữ trang mở khi còn mạng rồi thử lại.',
  silent: 'Chưa kiểm tra được việc khởi động khi không có mạng. Đề nghị tải lại trang rồi thử lại.',
} satisfies Record<OfflineStartObstacle, string>;

export type OfflineStartProof =
  | { state: 'ready'; files: number }
  | { state: 'incomplete'; files: number; missing: string[] }
  | { state: 'unavailable'; because: OfflineStartObstacle };

/** Bringing the app to the device may still be under way. */
const INSTALL_MS = 30_000;
const PROOF_MS = 30_000;

/** What stands against a start without a network at this address and in this browser, known at once; null for nothing. */
export function offlineStartObstacle(): Extract<OfflineStartObstacle, 'insecure' | 'unsupported'> | null {
  if (findWorkers()) return null;
  return globalThis.isSecureContext ? 'unsupported' : 'insecure';
}

/** The self-test: has the service worker read back every file a start needs, without the network. */
export async function proveOfflineStart(): Promise<OfflineStartProof> {
  const workers = findWorkers();
  if (!workers) return { state: 'unavailable', because: offlineStartObstacle() ?? 'unsupported' };
  const isInstalled = await inTime(workers.ready, INSTALL_MS);
  const worker = isInstalled ? (await workers.ready).active : null;
  if (!worker) return { state: 'unavailable', because: 'not-installed' };
  const answer = await askWorker<ProofAnswer>(worker, 'prove', PROOF_MS);
  if (!answer) return { state: 'unavailable', because: 'silent' };
  const { files, missing } = answer;
  return missing.length === 0 ? { state: 'ready', files } : { state: 'incomplete', files, missing };
}
