/** The one cast of every suite: a province with its department, two wards, and an account for each part played. */
import { foldText, newId } from '@kiemtra/shared/kernel';
import type { Reach, Role } from '@kiemtra/shared/users';
import { PictureCopiesService } from '../evidence/picture-copies.service.js';
import { Sessions } from '../platform/auth/sessions.js';
import type { Access } from '../platform/http/route.js';
import { TestClient } from './test-client.js';
import type { TestServer } from './test-server.js';

export const CAST = {
  administrator: { roles: ['administrator'], displayName: 'Quản trị', unit: 'department' },
  leader: { roles: ['leader'], displayName: 'Lãnh đạo Sở', unit: 'department' },
  planner: { roles: ['planner'], displayName: 'Chuyên viên kế hoạch', unit: 'department' },
  lead: { roles: ['inspector'], displayName: 'Trưởng đoàn', unit: 'department' },
  inspector: { roles: ['inspector'], displayName: 'Thành viên một', unit: 'department' },
  otherInspector: { roles: ['inspector'], displayName: 'Thành viên đoàn khác', unit: 'department' },
  appraiser: { roles: ['appraiser'], displayName: 'Thẩm định viên', unit: 'department' },
  unitOfficer: { roles: ['unit_officer'], displayName: 'Cán bộ phường Một', unit: 'wardOne' },
  otherUnitOfficer: { roles: ['unit_officer'], displayName: 'Cán bộ phường Hai', unit: 'wardTwo' },
  viewer: { roles: ['viewer'], displayName: 'Người xem', unit: 'department' },
} as const satisfies Record<string, { roles: Role[]; displayName: string; unit: 'department' | 'wardOne' | 'wardTwo' }>;

export type Part = keyof typeof CAST;

export interface Cast {
  provinceId: string;
  slug: string;
  organizations: { people: string; department: string; wardOne: string; wardTwo: string };
  accounts: Record<Part, string>;
  /** A client logged in as this part (the session is made in the directory; log-in itself has its own suite). */
  as: (part: Part) => TestClient;
  /** Makes the copies of pictures that have come, as the running server does by itself. */
  drawPictures: () => Promise<number>;
}

/** Creates a province with the whole cast. */
export async function createCast(server: TestServer): Promise<Cast> {
  const { db } = server;
  const provinceId = newId();
  const slug = `tinh-${provinceId.slice(-12)}`;
  await db.directory('insert into province (id, slug, name, unit_code) values ($1, $2, $3, $2)', [
    provinceId,
    slug,
    'Tỉnh Thử nghiệm',
  ]);
  const organizations = { people: newId(), department: newId(), wardOne: newId(), wardTwo: newId() };
  const accounts = Object.fromEntries(Object.keys(CAST).map((part) => [part, newId()])) as Record<Part, string>;

  await server.inProvince(provinceId, async () => {
    const organization = async (id: string, kind: string, name: string, parent: string | null) => {
      await db.query(
        `insert into organization (province_id, id, kind, parent_id, valid_from) values ($1, $2, $3, $4, '2025-07-01')`,
        [provinceId, id, kind, parent],
      );
      await db.query(
        `insert into organization_name (province_id, organization_id, valid_from, name, search_text) values ($1, $2, '2025-07-01', $3, $4)`,
        [provinceId, id, name, foldText(name)],
      );
    };
    await organization(organizations.people, 'provincial_committee', 'UBND tỉnh Thử nghiệm', null);
    await organization(organizations.department, 'department', 'Sở Nội vụ', organizations.people);
    await organization(organizations.wardOne, 'ward_committee', 'UBND phường Một', organizations.people);
    await organization(organizations.wardTwo, 'ward_committee', 'UBND phường Hai', organizations.people);
  });
  const clients = {} as Record<Part, TestClient>;
  const sessions = server.app.get(Sessions);
  for (const part of Object.keys(CAST) as Part[]) {
    const { roles, displayName, unit } = CAST[part];
    await db.directory(
      `insert into account (id, province_id, organization_id, login_name, display_name, roles, state, password_hash, search_text)
       values ($1, $2, $3, $4, $5, $6, 'active', 'no password', $7)`,
      [
        accounts[part],
        provinceId,
        organizations[unit],
        `${slug}.${part.toLowerCase()}`,
        displayName,
        roles,
        foldText(displayName),
      ],
    );
    const client = new TestClient(server.url);
    client.cookie = `phien=${(await sessions.open(accounts[part], { address: '127.0.0.1', device: 'test' })).token}`;
    clients[part] = client;
  }
  const drawPictures = () => server.app.get(PictureCopiesService).makeDue(provinceId);
  return { provinceId, slug, organizations, accounts, as: (part) => clients[part], drawPictures };
}

/** The access of a part with this reach, for calling a service without a route. */
export function accessOf({ provinceId, organizations, accounts, slug }: Cast, part: Part, reaches: Reach[]): Access {
  const { roles, displayName, unit } = CAST[part];
  return {
    provinceId,
    displayName,
    reaches,
    roles: [...roles],
    accountId: accounts[part],
    organizationId: organizations[unit],
    loginName: `${slug}.${part.toLowerCase()}`,
    position: null,
    sessionId: newId(),
  };
}
