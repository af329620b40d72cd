import type { SyncStatus } from '../offline/index.js';
import { syncBadgeOf } from './sync-badge-words.js';

const clean: SyncStatus = {
  state: 'idle',
  reason: null,
  unsaved: 0,
  unsent: 0,
  since: null,
  files: 0,
  kept: 0,
  clockOffsetMs: 0,
  minApp: null,
  loss: null,
};

describe('the sync badge', () => {
  it.each<[string, Partial<SyncStatus>]>([
    ['Đã đồng bộ', {}],
    ['3 mục trên máy', { unsent: 2, files: 1, state: 'unreachable' }],
    ['Đang gửi 2 mục', { unsent: 2, state: 'sending' }],
    ['2 mục chờ đăng nhập lại', { unsent: 2, state: 'auth_required' }],
    ['Cần đăng nhập lại', { state: 'auth_required' }],
    ['Cần cập nhật · 1 mục trên máy', { unsent: 1, state: 'update_required' }],
    ['Chưa gửi được · 1 mục trên máy', { unsent: 1, state: 'blocked' }],
    ['1 mục không gửi được', { kept: 1 }],
    ['1 mục chưa lưu', { unsaved: 1, unsent: 5, state: 'auth_required' }],
  ])('says “%s”', (text, change) => {
    expect(syncBadgeOf({ ...clean, ...change }).text).toBe(text);
  });
});
