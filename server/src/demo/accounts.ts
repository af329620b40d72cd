import { foldText, newId } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import type { Database } from '../platform/database/database.js';

export const DEMO_PASSWORD = 'lua vang tren dong 2026';

/** One account for each part, named after the part: nobody real, nobody invented. */
const PARTS: { name: string; displayName: string; position: string; roles: Role[] }[] = [
  {
    name: 'demo-quantri',
    displayName: 'Quản trị (trình diễn)',
    position: 'Quản trị hệ thống',
    roles: ['administrator'],
  },
  {
    name: 'demo-lanhdao',
    displayName: 'Lãnh đạo Sở (trình diễn)',
    position: 'Phó Giám đốc Sở Nội vụ',
    roles: ['leader'],
  },
  {
    name: 'demo-kehoach',
    displayName: 'Chuyên viên kế hoạch (trình diễn)',
    position: 'Chuyên viên Phòng CCHC',
    roles: ['planner'],
  },
  {
    name: 'demo-truongdoan1',
    displayName: 'Trưởng đoàn số 1 (trình diễn)',
    position: 'Trưởng phòng CCHC',
    roles: ['inspector'],
  },
  {
    name: 'demo-thanhvien1',
    displayName: 'Thành viên 1, đoàn số 1 (trình diễn)',
    position: 'Chuyên viên',
    roles: ['inspector'],
  },
  {
    name: 'demo-thanhvien2',
    displayName: 'Thành viên 2, đoàn số 1 (trình diễn)',
    position: 'Chuyên viên',
    roles: ['inspector'],
  },
  {
    name: 'demo-truongdoan2',
    displayName: 'Trưởng đoàn số 2 (trình diễn)',
    position: 'Phó Trưởng phòng CCHC',
    roles: ['inspector'],
  },
  {
    name: 'demo-thanhvien3',
    displayName: 'Thành viên 3, đoàn số 2 (trình diễn)',
    position: 'Chuyên viên',
    roles: ['inspector'],
  },
  {
    name: 'demo-nguoixem',
    displayName: 'Người xem (trình diễn)',
    position: 'Chuyên viên Văn phòng UBND',
    roles: ['viewer'],
  },
];

/** Creates the demonstration's accounts of the department in the province under way. */
export async function addDemoAccounts(db: Database, slug: string, passwordHash: string): Promise<void> {
  const department = await db.one<{ organization_id: string }>(
    `select organization_id from organization_name where name = 'Sở Nội vụ' and valid_to is null`,
  );
  for (const { name, displayName, position, roles } of PARTS) {
    const loginName = `${slug}.${name}`;
    await db.query(
      `insert into account (id, province_id, organization_id, login_name, display_name, position, roles, state, password_hash, search_text)
       values ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $9)`,
      [
        newId(),
        db.provinceId,
        department?.organization_id ?? null,
        loginName,
        displayName,
        position,
        roles,
        passwordHash,
        foldText(`${displayName} ${loginName}`),
      ],
    );
  }
}
