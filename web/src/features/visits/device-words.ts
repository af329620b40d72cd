import { clockOffsetText, clockStanding, STORAGE_STATE_TEXT, type DeviceView } from '@kiemtra/shared/fieldwork';
import { formatFileSize } from '@kiemtra/shared/evidence';
import type { Tone } from '../../ui/StatusBadge.js';

/** How a device stands, the gravest first. */
export function deviceState({ isLost, isReady, isSilent, missing }: DeviceView): { tone: Tone; text: string } {
  if (isLost) return { tone: 'late', text: 'Mất dữ liệu trên máy' };
  if (isSilent) return { tone: 'late', text: `Còn ${missing} thao tác chưa về` };
  if (missing > 0) return { tone: 'waiting', text: `${missing} thao tác chưa gửi` };
  return { tone: 'done', text: isReady ? 'Đã báo xong' : 'Đã về đủ' };
}

/** What the lead should know of it besides, in sentences. */
export function deviceRemarks(device: DeviceView): string[] {
  const { isLost, isReady, isSilent, missing, holdsPack, pendingKib, storage, clockOffsetMs, contactedAt } = device;
  const clock = clockStanding(clockOffsetMs, Date.parse(contactedAt) + clockOffsetMs);
  const lost = missing > 0 ? `${missing} thao tác chưa về, không tự về được` : 'không rõ còn gì chưa về';
  return [
    isLost && `Trình duyệt đã xóa bộ nhớ: ${lost}.`,
    !isLost && isSilent && 'Máy im lặng hơn 4 giờ.',
    isReady && missing > 0 && 'Đã báo xong cuộc kiểm tra này.',
    !isReady && holdsPack && 'Chưa báo xong.',
    !holdsPack && 'Máy này không mang cuộc kiểm tra này ra hiện trường.',
    pendingKib > 0 && `Tệp chờ gửi: ${formatFileSize(pendingKib * 1024)}.`,
    !isLost && storage !== 'persistent' && `${STORAGE_STATE_TEXT[storage]}.`,
    clock !== 'right' && `Đồng hồ máy ${clockOffsetText(clockOffsetMs)}.`,
  ].filter((remark) => remark !== false);
}
