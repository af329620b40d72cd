import { can, type MeView, type Permission } from '@kiemtra/shared/users';
import {
  IconBell,
  IconBuilding,
  IconCalendarCheck,
  IconCalendarOff,
  IconChecklist,
  IconClipboardList,
  IconCloudUpload,
  IconHistory,
  IconHome,
  IconTool,
  IconUser,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export interface NavItem {
  to: string;
  label: string;
  icon: Icon;
  /** Shown to accounts that hold it; without one, to everybody. */
  permission?: Permission;
}

export interface NavGroup {
  title: string | null;
  items: readonly NavItem[];
}

const TODAY: NavItem = { to: '/hom-nay', label: 'Hôm nay', icon: IconHome };
const VISITS: NavItem = {
  to: '/cuoc-kiem-tra',
  label: 'Cuộc kiểm tra',
  icon: IconCalendarCheck,
  permission: 'visits.read',
};
const QUEUE: NavItem = { to: '/hang-doi', label: 'Hàng đợi', icon: IconCloudUpload, permission: 'fieldwork.record' };
const REMEDIATION: NavItem = { to: '/khac-phuc', label: 'Khắc phục', icon: IconTool, permission: 'remediation.read' };
export const NOTICES: NavItem = { to: '/nhac-viec', label: 'Nhắc việc', icon: IconBell, permission: 'notices.read' };
const ME: NavItem = { to: '/toi', label: 'Tôi', icon: IconUser };

const RAIL: readonly NavGroup[] = [
  {
    title: null,
    items: [
      TODAY,
      NOTICES,
      { to: '/ke-hoach', label: 'Kế hoạch', icon: IconClipboardList, permission: 'plans.read' },
      VISITS,
      QUEUE,
      REMEDIATION,
    ],
  },
  {
    title: 'Danh mục',
    items: [
      { to: '/don-vi', label: 'Đơn vị', icon: IconBuilding, permission: 'organizations.manage' },
      { to: '/bo-tieu-chi', label: 'Bộ tiêu chí', icon: IconChecklist, permission: 'criteria.read' },
      { to: '/ngay-nghi', label: 'Ngày nghỉ', icon: IconCalendarOff, permission: 'calendar.manage' },
    ],
  },
  {
    title: 'Quản trị',
    items: [
      { to: '/tai-khoan', label: 'Tài khoản', icon: IconUsers, permission: 'accounts.read' },
      { to: '/nhat-ky', label: 'Nhật ký', icon: IconHistory, permission: 'audit.read' },
    ],
  },
];

const isOpenTo = (me: MeView) => (item: NavItem) => item.permission === undefined || can(me, item.permission);

/** The groups of the desktop rail that this account may open. */
export function railOf(me: MeView): NavGroup[] {
  return RAIL.map((group) => ({ ...group, items: group.items.filter(isOpenTo(me)) })).filter(
    (group) => group.items.length > 0,
  );
}

/** The phone's bottom bar: at most four; the queue of the device for those who record on it. */
export function bottomBarOf(me: MeView): NavItem[] {
  const third = isOpenTo(me)(QUEUE) ? QUEUE : REMEDIATION;
  return [TODAY, VISITS, third, ME].filter(isOpenTo(me));
}

/** What the phone's bottom bar has no room for; listed on the page "Tôi". */
export function restOf(me: MeView): NavItem[] {
  const bar = new Set(bottomBarOf(me));
  return railOf(me)
    .flatMap((group) => group.items)
    .filter((item) => !bar.has(item));
}
