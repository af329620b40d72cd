import { foldText, newId } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import type { Database } from '../platform/database/database.js';

export const DEMO_PASSWORD = 'lua vang tren dong 2026';

interface Part {
  name: string;
  displayName: string;
  position: string;
  role: Role;
  /** Name of the unit; the department when left out. */
  unit?: string;
}

/** One account for each part, named after the part: nobody real, nobody invented. */
export const DEMO_PARTS: Part[] = [
  { name: 'quantri', displayName: 'Quản trị (trình diễn)', position: 'Quản trị hệ thống', role: 'administrator' },
  { name: 'lanhdao', displayName: 'Lãnh đạo Sở (trình diễn)', position: 'Phó Giám đốc Sở Nội vụ', role: 'leader' },
  {
    name: 'kehoach',
    displayName: 'Chuyên viên kế hoạch (trình diễn)',
    position: 'Chuyên viên Phòng CCHC',
    role: 'planner',
  },
  {
    name: 'truongdoan1',
    displayName: 'Trưởng đoàn số 1 (trình diễn)',
    position: 'Trưởng phòng CCHC',
    role: 'inspector',
  },
  {
    name: 'thanhvien1',
    displayName: 'Thành viên 1, đoàn số 1 (trình diễn)',
    position: 'Chuyên viên',
    role: 'inspector',
  },
  {
    name: 'thanhvien2',
    displayName: 'Thành viên 2, đoàn số 1 (trình diễn)',
    position: 'Chuyên viên',
    role: 'inspector',
  },
  {
    name: 'truongdoan2',
    displayName: 'Trưởng đoàn số 2 (trình diễn)',
    position: 'Phó Trưởng phòng CCHC',
    role: 'inspector',
  },
  {
    name: 'thanhvien3',
    displayName: 'Thành viên 3, đoàn số 2 (trình diễn)',
    position: 'Chuyên viên',
    role: 'inspector',
  },
  {
    name: 'thamdinh',
    displayName: 'Thẩm định viên (trình diễn)',
    position: 'Chuyên viên Sở Tư pháp',
    role: 'appraiser',
  },
  { name: 'nguoixem', displayName: 'Người xem (trình diễn)', position: 'Chuyên viên Văn phòng UBND', role: 'viewer' },
];

/** The two inspected units of the sample campaign that log in. */
export const DEMO_UNIT_PARTS: Part[] = ['UBND phường Phú Lợi', 'UBND phường Sóc Trăng'].map((unit, index) => ({
  name: `donvi${index + 1}`,
  displayName: `Cán bộ đầu mối ${unit} (trình diễn)`,
  position: 'Công chức Văn phòng HĐND và UBND',
  role: 'unit_officer',
  unit,
}));

/** Creates active accounts for the parts in the province under way. */
export async function addDemoAccounts(db: Database, slug: string, parts: Part[], passwordHash: string): Promise<void> {
  for (const { name, displayName, position, role, unit = 'Sở Nội vụ' } of parts) {
    const loginName = `${slug}.demo-${name}`;
    await db.query(
      `insert into account (id, province_id, organization_id, login_name, display_name, position, roles, state, password_hash, search_text)
       select $1, $2, organization_id, $4, $5, $6, $7, 'active', $8, $9 from organization_name where name = $3 and valid_to is null`,
      [
        newId(),
        db.provinceId,
        unit,
        loginName,
        displayName,
        position,
        [role],
        passwordHash,
        foldText(`${displayName} ${loginName}`),
      ],
    );
  }
}
