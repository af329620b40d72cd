import { foldText, newId } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import type { Database } from '../platform/database/database.js';

export const DEMO_PASSWORD = 'lua vang tren dong 2026';

interface Part {
  name: string;
  displayName: string;
  position: string;
  role: Role;
  /** Name of the body; "%" stands for what differs from province to province. */
  body: string;
  /** Its activation slip is not handed out yet. */
  isPending?: boolean;
}

const DEPARTMENT = 'Sở Nội vụ';

/** One account for each part, named after the part: nobody real, nobody invented. */
export const DEMO_PARTS: Part[] = [
  {
    name: 'quantri',
    displayName: 'Quản trị (trình diễn)',
    position: 'Quản trị hệ thống',
    role: 'administrator',
    body: DEPARTMENT,
  },
  {
    name: 'lanhdao',
    displayName: 'Lãnh đạo Sở (trình diễn)',
    position: 'Phó Giám đốc Sở Nội vụ',
    role: 'leader',
    body: DEPARTMENT,
  },
  {
    name: 'kehoach',
    displayName: 'Chuyên viên kế hoạch (trình diễn)',
    position: 'Chuyên viên Phòng CCHC',
    role: 'planner',
    body: DEPARTMENT,
  },
  {
    name: 'truongdoan1',
    displayName: 'Trưởng đoàn số 1 (trình diễn)',
    position: 'Trưởng phòng CCHC',
    role: 'inspector',
    body: DEPARTMENT,
  },
  {
    name: 'thanhvien1',
    displayName: 'Thành viên 1, đoàn số 1 (trình diễn)',
    position: 'Chuyên viên',
    role: 'inspector',
    body: DEPARTMENT,
  },
  {
    name: 'thanhvien2',
    displayName: 'Thành viên 2, đoàn số 1 (trình diễn)',
    position: 'Chuyên viên',
    role: 'inspector',
    body: DEPARTMENT,
  },
  {
    name: 'truongdoan2',
    displayName: 'Trưởng đoàn số 2 (trình diễn)',
    position: 'Phó Trưởng phòng CCHC',
    role: 'inspector',
    body: DEPARTMENT,
  },
  {
    name: 'thanhvien3',
    displayName: 'Thành viên 3, đoàn số 2 (trình diễn)',
    position: 'Chuyên viên',
    role: 'inspector',
    body: DEPARTMENT,
  },
  {
    name: 'thamdinh',
    displayName: 'Thẩm định viên (trình diễn)',
    position: 'Chuyên viên',
    role: 'appraiser',
    body: 'Sở Tư pháp',
  },
  {
    name: 'nguoixem',
    displayName: 'Người xem (trình diễn)',
    position: 'Chuyên viên',
    role: 'viewer',
    body: 'Văn phòng UBND %',
  },
];

/** The officers of inspected units; the last is of the unit that is visited first, and has not got the activation slip yet. */
export const DEMO_UNIT_PARTS: Part[] = ['UBND phường Phú Lợi', 'UBND phường Sóc Trăng', 'UBND phường Ninh Kiều'].map(
  (body, index) => ({
    name: `donvi${index + 1}`,
    displayName: `Cán bộ đầu mối ${body} (trình diễn)`,
    position: 'Công chức Văn phòng HĐND và UBND',
    role: 'unit_officer',
    body,
    isPending: index === 2,
  }),
);

/** Creates accounts for the parts in the province under way, active unless they wait for their slip. */
export async function addDemoAccounts(db: Database, slug: string, parts: Part[], passwordHash: string): Promise<void> {
  for (const { name, displayName, position, role, body, isPending = false } of parts) {
    const loginName = `${slug}.demo-${name}`;
    const searchText = foldText(`${displayName} ${loginName} ${position}`);
    await db.query(
      `insert into account (id, province_id, organization_id, login_name, display_name, position, roles, state, password_hash, search_text)
       select $1, $2, organization_id, $4, $5, $6, $7, $8, $9, $10 from organization_name where name like $3 and valid_to is null`,
      [
        newId(),
        db.provinceId,
        body,
        loginName,
        displayName,
        position,
        [role],
        isPending ? 'pending' : 'active',
        isPending ? null : passwordHash,
        searchText,
      ],
    );
  }
}
