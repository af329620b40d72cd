import { defineAudit } from '../kernel/index.js';

interface Visited {
  unit: string;
  /** "Thứ Ba, 25/10/2022 · sáng" */
  time: string;
}

const of = ({ unit, time }: Visited) => `cuộc kiểm tra tại ${unit}, ${time}`;

export const visitsAudit = defineAudit('visits', {
  created: (details: Visited & { team: string }) => `Xếp lịch ${of(details)}, ${details.team}`,
  updated: (details: Visited & { team: string }) => `Sửa lịch ${of(details)}, ${details.team}`,
  notified: (details: Visited) => `Thông báo ${of(details)}`,
  checkedIn: (details: Visited) => `Bắt đầu ${of(details)}`,
  finalised: (details: Visited) => `Chốt ${of(details)}`,
  cancelled: (details: Visited) => `Hủy ${of(details)}`,
});
