import { defineAudit } from '../kernel/index.js';
import { manifestCode } from './manifest.js';
import { unreportedText, type UnreportedDevice } from './unreported.rules.js';

interface Visited {
  unit: string;
  /** "Thứ Ba, 25/10/2022 · sáng" */
  time: string;
}

interface Closed extends Visited {
  /** Of what was recorded, as hex. */
  manifest: string;
}

type Waived = Pick<UnreportedDevice, 'name' | 'missing' | 'isLost'>;

function waivedText({ files, devices = [] }: { files: number; devices?: readonly Waived[] }): string {
  const parts = files > 0 ? [`${files} tệp chưa gửi về`] : [];
  return [...parts, ...devices.map(unreportedText)].join('; ');
}

const closedAs = ({ manifest }: Closed) => `mã kết quả ${manifestCode(manifest)}`;

const of = ({ unit, time }: Visited) => `cuộc kiểm tra tại ${unit}, ${time}`;

export const visitsAudit = defineAudit('visits', {
  created: (details: Visited) => `Xếp lịch ${of(details)}`,
  updated: (details: Visited) => `Sửa lịch ${of(details)}`,
  notified: (details: Visited) => `Thông báo ${of(details)}`,
  checkedIn: (details: Visited) => `Bắt đầu ${of(details)}`,
  finalised: (details: Closed) => `Chốt ${of(details)}, ${closedAs(details)}`,
  finalisedWithout: (details: Closed & { files: number; devices?: readonly Waived[]; reason: string | null }) =>
    `Chốt ${of(details)}, ${closedAs(details)}, khi còn ${waivedText(details)}${details.reason ? `: ${details.reason}` : ''}`,
  reopened: (details: Visited & { reason: string }) => `Mở lại ${of(details)}: ${details.reason}`,
  cancelled: (details: Visited) => `Hủy ${of(details)}`,
  recorded: (details: Visited) => `Nhập ${of(details)} vào hệ thống`,
});
