import { OUTCOME_TEXT, type Outcome } from '@kiemtra/shared/fieldwork';

/** Where a field's last word is: in memory, on the device, on its way, or what the server made of it. */
export type CellStatus =
  | 'empty'
  | 'saving'
  | 'unsaved'
  | 'saved'
  | 'sending'
  | 'synced'
  | Exclude<Outcome, 'applied' | 'merged'>
  // Parked, and not taken.
  | 'refused';

export const CELL_STATUS_TEXT = {
  empty: '',
  saving: 'Đang lưu',
  unsaved: 'Chưa lưu',
  saved: 'Đã lưu trên máy',
  sending: 'Đang gửi',
  synced: OUTCOME_TEXT.applied,
  conflict: OUTCOME_TEXT.conflict,
  parked: OUTCOME_TEXT.parked,
  denied: OUTCOME_TEXT.denied,
  invalid: OUTCOME_TEXT.invalid,
  refused: 'Trưởng đoàn không tiếp nhận',
} satisfies Record<CellStatus, string>;

/** How the outbox stands as a whole. */
export type OutboxState =
  'idle' | 'sending' | 'unreachable' | 'captive' | 'busy' | 'auth_required' | 'blocked' | 'update_required';

export const OUTBOX_TEXT = {
  idle: '',
  sending: 'Đang gửi',
  unreachable: 'Chưa có mạng; máy sẽ tự gửi khi có mạng',
  captive: 'Mạng đang dùng cần đăng nhập hoặc không đến được hệ thống',
  busy: 'Hệ thống đang bận; máy sẽ tự gửi lại',
  auth_required: 'Cần đăng nhập lại để gửi tiếp',
  blocked: 'Hệ thống không nhận dữ liệu của máy này',
  update_required: 'Cần cập nhật ứng dụng để gửi tiếp',
} satisfies Record<OutboxState, string>;
