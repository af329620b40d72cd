import type { OrganizationDetailView, OrganizationView, RowsView } from '@kiemtra/shared/organizations';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { NationalImport } from './national/national-import.service.js';
import { ProvinceBodiesService } from './province-bodies.service.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const scope = { requestId: 'import', provinceId: null, caller: null };
  await server.db.within(scope, () => server.app.get(NationalImport).run());
}, 30_000);
afterAll(() => server.close());

/** A province that stands for this unit while the test runs; a unit has one province. */
async function standingFor<T>(unitCode: string, test: (cast: Cast, bodies: ProvinceBodiesService) => Promise<T>) {
  const cast = await createCast(server);
  const setCode = (code: string) =>
    server.db.directory('update province set unit_code = $2 where id = $1', [cast.provinceId, code]);
  await setCode(unitCode);
  try {
    await test(cast, server.app.get(ProvinceBodiesService));
  } finally {
    await setCode(cast.slug);
  }
}

const organizations = async (cast: Cast, query: string) =>
  (await cast.as('planner').get<RowsView<OrganizationView>>(`/organizations?${query}`)).body.items;

describe('the bodies of a province', () => {
  it('are its council, People’s Committee, departments, and one committee for each commune, added once', async () => {
    await standingFor('92', async (cast, bodies) => {
      expect(await server.inProvince(cast.provinceId, () => bodies.addToday())).toBe(1 + 4 + 13 + 103);
      expect(await server.inProvince(cast.provinceId, () => bodies.addToday())).toBe(0);

      const [top] = await organizations(cast, 'search=ubnd%20thanh%20pho&kind=provincial_committee');
      expect(top).toMatchObject({ name: 'UBND thành phố Cần Thơ', parentId: null, hasChildren: true });
      const below = await organizations(cast, `parentId=${top?.id ?? ''}`);
      const names = below.map(({ name }) => name);
      expect(below).toHaveLength(13 + 103);
      expect(names).toEqual(expect.arrayContaining(['Sở Nội vụ', 'Văn phòng UBND thành phố', 'UBND phường Phú Lợi']));
      expect(names.filter((name) => /UBND (huyện|quận|thị trấn|thị xã)/.test(name))).toEqual([]);
      expect(await organizations(cast, 'search=hoi%20dong%20nhan%20dan')).toEqual([
        expect.objectContaining({ name: 'HĐND thành phố Cần Thơ', kind: 'council' }),
      ]);
    });
  });

  it('change their names on the day their unit changed its kind', async () => {
    await standingFor('75', async (cast, bodies) => {
      await server.inProvince(cast.provinceId, () => bodies.addToday());
      const names = async (search: string, at: string) =>
        (await organizations(cast, `at=${at}&search=${encodeURIComponent(search)}`)).map(({ name }) => name);
      expect(await names('UBND phường Long Thành', '2026-04-29')).toEqual(['UBND xã Long Thành']);
      expect(await names('UBND phường Long Thành', '2026-04-30')).toEqual(['UBND phường Long Thành']);
      expect(await names('Thanh tra', '2025-12-31')).toEqual(['Thanh tra tỉnh']);
      expect(await names('Thanh tra', '2026-05-01')).toEqual(['Thanh tra thành phố']);
    });
  });

  it('are joined by the units of an old campaign, which lead to their successors', async () => {
    await standingFor('92', async (cast, bodies) => {
      await server.inProvince(cast.provinceId, () => bodies.addToday());
      const codes = ['31513', '31498', '941', '94'];
      const ids = await server.inProvince(cast.provinceId, () => bodies.addHistoric(codes));
      expect(await server.inProvince(cast.provinceId, () => bodies.addHistoric(codes))).toEqual(ids);

      const get = async (code: string, query = '') =>
        (await cast.as('planner').get<OrganizationDetailView>(`/organizations/${ids.get(code) ?? ''}${query}`)).body;
      const wardOne = await get('31513', '?at=2022-10-25');
      expect(wardOne).toMatchObject({
        name: 'UBND Phường 1',
        kind: 'ward_committee',
        validTo: '2025-07-01',
        administrativeUnit: { fullName: 'Phường 1', place: 'thành phố Sóc Trăng, tỉnh Sóc Trăng' },
        successor: { name: 'UBND phường Phú Lợi' },
      });
      expect(wardOne.path.map(({ name }) => name)).toEqual(['UBND tỉnh Sóc Trăng', 'UBND thành phố Sóc Trăng']);
      expect((await get('941')).successor).toBeNull();
      expect((await get('94')).successor?.name).toBe('UBND thành phố Cần Thơ');

      const [phuLoi] = await organizations(cast, 'search=phuong%20phu%20loi');
      const { body } = await cast.as('planner').get<OrganizationDetailView>(`/organizations/${phuLoi?.id ?? ''}`);
      expect(body.predecessors.map(({ name }) => name)).toEqual(['UBND Phường 1']);
      const now = await organizations(cast, 'search=phuong');
      expect(now.map(({ id }) => id)).not.toContain(ids.get('31513'));
    });
  });

  it('carry the names that a unit had in its time', async () => {
    await standingFor('24', async (cast, bodies) => {
      const ids = await server.inProvince(cast.provinceId, () => bodies.addHistoric(['259']));
      const nameOn = async (at: string) =>
        (await cast.as('planner').get<OrganizationDetailView>(`/organizations/${ids.get('259') ?? ''}?at=${at}`)).body
          .name;
      expect([await nameOn('2018-11-06'), await nameOn('2023-04-10')]).toEqual([
        'UBND huyện Quế Võ',
        'UBND thị xã Quế Võ',
      ]);
    });
  });

  it('are not made up for a code that no unit had', async () => {
    await standingFor('92', async (cast, bodies) => {
      await expect(server.inProvince(cast.provinceId, () => bodies.addHistoric(['00000']))).rejects.toThrow('00000');
    });
  });
});
