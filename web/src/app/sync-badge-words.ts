import type { SyncStatus } from '../offline/index.js';
import type { Tone } from '../ui/StatusBadge.js';

/** What the corner says of the device's ledger: a count and a word, the gravest first. */
export function syncBadgeOf({ state, unsaved, unsent, files, kept }: SyncStatus): { tone: Tone; text: string } {
  const waiting = unsent + files;
  const and = waiting > 0 ? ` · ${waiting} mục trên máy` : '';
  if (unsaved > 0) return { tone: 'late', text: `${unsaved} mục chưa lưu` };
  if (state === 'auth_required') {
    return { tone: 'waiting', text: waiting > 0 ? `${waiting} mục chờ đăng nhập lại` : 'Cần đăng nhập lại' };
  }
  if (state === 'update_required') return { tone: 'waiting', text: `Cần cập nhật${and}` };
  if (state === 'blocked') return { tone: 'late', text: `Chưa gửi được${and}` };
  if (waiting > 0) {
    return state === 'sending'
      ? { tone: 'active', text: `Đang gửi ${waiting} mục` }
      : { tone: 'waiting', text: `${waiting} mục trên máy` };
  }
  if (kept > 0) return { tone: 'late', text: `${kept} mục không gửi được` };
  return { tone: 'done', text: 'Đã đồng bộ' };
}
