/** What an account may be; one account may hold several. */
export const ROLES = [
  'administrator',
  'leader',
  'planner',
  'inspector',
  'appraiser',
  'unit_officer',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  administrator: 'Quản trị',
  leader: 'Lãnh đạo Sở',
  planner: 'Chuyên viên kế hoạch',
  inspector: 'Thành viên đoàn kiểm tra',
  appraiser: 'Thẩm định viên',
  unit_officer: 'Cán bộ đơn vị được kiểm tra',
  viewer: 'Người xem',
};

/** State of an account: waiting for activation, in use, or switched off. */
export const ACCOUNT_STATES = ['pending', 'active', 'deactivated'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const ACCOUNT_STATE_LABELS: Record<AccountState, string> = {
  pending: 'Chờ kích hoạt',
  active: 'Đang dùng',
  deactivated: 'Đã ngừng',
};
