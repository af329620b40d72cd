import { OUTCOME_CODE_TEXT } from '@kiemtra/shared/fieldwork';
import { CELL_STATUS_TEXT, type OutboxState, type QueueItem } from '../../offline/index.js';
import type { Tone } from '../../ui/StatusBadge.js';

const ON_DEVICE = 'Trên máy';

/** How far its bytes are, in whole percent. */
function percentSent({ sent, size }: { sent: number; size: number }): number {
  return Math.floor((sent / size) * 100);
}

/** Where the last word of an item is. It is said to be on its way only while something is. */
export function stateOf({ status, file }: QueueItem, outbox: OutboxState): { tone: Tone; text: string } {
  const isSending = outbox === 'sending';
  switch (status) {
    case 'unsaved':
    case 'denied':
    case 'invalid':
    case 'refused':
      return { tone: 'late', text: CELL_STATUS_TEXT[status] };
    case 'conflict':
    case 'parked':
      return { tone: 'waiting', text: CELL_STATUS_TEXT[status] };
    default:
      if (file && file.sent !== null) {
        return { tone: 'active', text: `${CELL_STATUS_TEXT.sending} ${percentSent({ ...file, sent: file.sent })}%` };
      }
      return status === 'sending' && isSending
        ? { tone: 'active', text: CELL_STATUS_TEXT.sending }
        : { tone: 'waiting', text: ON_DEVICE };
  }
}

/** Why an item went no further, as far as that is its own matter; null when it only waits its turn. */
export function whyOf({ status, code, file }: QueueItem): string | null {
  if (code) return OUTCOME_CODE_TEXT[code];
  if (file?.refusal) return file.refusal;
  if (status === 'unsaved') return 'Máy chưa lưu được và đang thử lại: đừng đóng trang.';
  if (status === 'synced') return 'Nội dung đã về hệ thống, tệp còn trên máy.';
  return null;
}
