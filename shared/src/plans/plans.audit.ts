import { defineAudit } from '../kernel/index.js';

interface Named {
  name: string;
}

export const plansAudit = defineAudit('plans', {
  created: (details: Named) => `Lập dự thảo kế hoạch ${details.name}`,
  updated: (details: Named) => `Sửa kế hoạch ${details.name}`,
  targetsReplaced: (details: Named & { count: number }) =>
    `Ghi ${details.count} đối tượng kiểm tra của kế hoạch ${details.name}`,
  teamsReplaced: (details: Named & { joined: string[]; left: string[] }) =>
    [
      `Ghi đoàn kiểm tra của kế hoạch ${details.name}`,
      details.joined.length > 0 && `thêm ${details.joined.join(', ')}`,
      details.left.length > 0 && `bớt ${details.left.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; '),
  issued: (details: Named & { criteria: string; count: number }) =>
    `Ban hành kế hoạch ${details.name}, ${details.count} đối tượng, ${details.criteria}`,
  started: (details: Named) => `Bắt đầu kiểm tra theo kế hoạch ${details.name}`,
  concluded: (details: Named) => `Kết thúc kế hoạch ${details.name}`,
  cancelled: (details: Named) => `Hủy kế hoạch ${details.name}`,
  recorded: (details: Named) => `Nhập kế hoạch ${details.name} vào hệ thống`,
});
