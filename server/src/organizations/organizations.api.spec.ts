import { newId } from '@kiemtra/shared/kernel';
import type {
  AdministrativeUnitView,
  ImportReportView,
  OrganizationDetailView,
  OrganizationView,
  RowsView,
} from '@kiemtra/shared/organizations';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { NationalImport } from './national/national-import.service.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  await importUnits();
}, 30_000);
afterAll(() => server.close());

const importUnits = () => {
  const scope = { requestId: 'import', provinceId: null, caller: null };
  return server.db.within(scope, () => server.app.get(NationalImport).run());
};
const units = async (query: string) =>
  (await cast.as('planner').get<RowsView<AdministrativeUnitView>>(`/administrative-units?${query}`)).body;
const detail = async (id: string, query = '') =>
  (await cast.as('planner').get<OrganizationDetailView>(`/organizations/${id}${query}`)).body;
const list = async (query = '') =>
  (await cast.as('planner').get<RowsView<OrganizationView>>(`/organizations?${query}`)).body;
const division = (over: object = {}) => ({
  id: newId(),
  kind: 'division',
  name: 'Phòng Cải cách hành chính',
  parentId: cast.organizations.department,
  validFrom: '2025-07-01',
  ...over,
});

describe('the import of national units', () => {
  it('changes nothing when it runs again', async () => {
    const state = () =>
      server.db.directory<{ state: string }>(
        `select md5(string_agg(u::text, '|' order by u.id)) || (select count(*) from administrative_succession)
           || (select count(*) from administrative_import_issue) as state from administrative_unit u`,
      );
    const before = await state();
    expect(await importUnits()).toEqual({ units: 14_738, successions: 9_812, issues: 1_698 });
    expect(await state()).toEqual(before);
  });
});

describe('GET /administrative-units', () => {
  it('finds without tone marks and says where a unit lies', async () => {
    const { items } = await units('search=phuong%201%20soc%20trang&at=2022-10-25');
    expect(items[0]).toMatchObject({
      code: '31513',
      fullName: 'Phường 1',
      place: 'thành phố Sóc Trăng, tỉnh Sóc Trăng',
      validTo: '2025-07-01',
    });
  });

  it('lists what lies below a unit on a day, under the kind of that day', async () => {
    const before = await units('parentCode=75&at=2026-04-29');
    const after = await units('parentCode=75&at=2026-04-30');
    expect([before.total, after.total]).toEqual([95, 95]);
    const longThanh = ({ items }: typeof before) => items.find(({ code }) => code === '26368');
    expect(longThanh(before)).toMatchObject({ fullName: 'xã Long Thành', place: 'tỉnh Đồng Nai' });
    expect(longThanh(after)).toMatchObject({ fullName: 'phường Long Thành', place: 'thành phố Đồng Nai' });
    const { items } = await units('parentCode=92&at=2026-11-21&search=an%20binh');
    expect(items[0]?.place).toBe('thành phố Cần Thơ');
  });

  it('orders by the Vietnamese alphabet, numbers by value', async () => {
    const { items } = await units('parentCode=941&at=2022-10-25');
    expect(items.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    const { items: provinces } = await units('level=province&at=2026-11-21');
    const names = provinces.map(({ name }) => name);
    expect(names).toHaveLength(34);
    expect(names.slice(names.indexOf('Cần Thơ'), names.indexOf('Gia Lai')).join(', ')).toBe(
      'Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp',
    );
  });

  it('shows districts in their time only', async () => {
    expect((await units('level=district&at=2025-06-30')).total).toBe(705);
    expect(await units('level=district&at=2025-07-01')).toEqual({ items: [], total: 0 });
  });

  it('reads anything typed as text', async () => {
    for (const search of ['%25', '_', "'", '\\', '%F0%9F%98%80', 'a'.repeat(200)]) {
      expect((await units(`search=${encodeURIComponent(decodeURIComponent(search))}`)).total).toBe(0);
    }
    expect((await cast.as('planner').get('/administrative-units?limit=0&at=2025-02-30')).status).toBe(422);
  });
});

describe('GET /administrative-units/import-report', () => {
  it('counts what could not be used and lists it', async () => {
    const { body } = await cast
      .as('administrator')
      .get<ImportReportView>('/administrative-units/import-report?reason=old_name_differs&limit=500');
    expect(body.counts).toContainEqual({ reason: 'no_old_code', count: 943 });
    expect([body.total, body.items.length]).toEqual([299, 299]);
    expect(body.items).toContainEqual(expect.objectContaining({ oldCode: '31522', oldName: 'Phường 1' }));
    expect((await cast.as('planner').get('/administrative-units/import-report')).status).toBe(403);
  });
});

describe('POST /organizations', () => {
  it('adds a body that everybody of the department then finds, with an audit line', async () => {
    const body = division();
    expect((await cast.as('administrator').post('/organizations', body)).status).toBe(204);
    const { items } = await list('search=cai%20cach%20HANH%20chinh');
    expect(items).toEqual([
      expect.objectContaining({ id: body.id, name: body.name, parentId: body.parentId, version: 1 }),
    ]);
    const [line] = await server.inProvince(cast.provinceId, () =>
      server.db.query<{ summary: string }>('select summary from audit_event where subject_id = $1', [body.id]),
    );
    expect(line?.summary).toBe('Thêm Phòng Cải cách hành chính, hoạt động từ ngày 01/07/2025');
  });

  it('changes nothing the second time, and refuses another body under the same id', async () => {
    const body = division({ name: 'Phòng Hai' });
    const post = (name: string) => cast.as('administrator').post('/organizations', { ...body, name });
    expect([(await post('Phòng Hai')).status, (await post('Phòng Hai')).status]).toEqual([204, 204]);
    expect((await post('Phòng Ba')).problem).toMatchObject({ status: 409, code: 'request.id-reused' });
    expect((await detail(body.id)).names).toHaveLength(1);
  });

  it('is refused to those who may not', async () => {
    expect((await cast.as('planner').post('/organizations', division())).status).toBe(403);
  });

  it('names every wrong field', async () => {
    const answer = await cast.as('administrator').post('/organizations', { kind: 'x', name: '\u0000', validFrom: '1' });
    expect(answer.status).toBe(422);
    expect(answer.problem.violations.map(({ path }) => path).sort()).toEqual(['id', 'kind', 'name', 'validFrom']);
  });

  it('ends a body of the district level with its level and refuses one that is younger', async () => {
    const district = {
      id: newId(),
      kind: 'district_committee',
      name: 'UBND huyện Châu Thành',
      validFrom: '2018-01-01',
    };
    expect((await cast.as('administrator').post('/organizations', district)).status).toBe(204);
    expect((await detail(district.id)).validTo).toBe('2025-07-01');
    const late = { ...district, id: newId(), validFrom: '2025-07-01' };
    expect((await cast.as('administrator').post('/organizations', late)).problem).toMatchObject({
      violations: [{ path: 'validFrom', code: 'organizations.outside-its-kind' }],
    });
  });

  it('wants a parent of its own province, on its first day', async () => {
    const other = await createCast(server);
    for (const parentId of [other.organizations.department, newId()]) {
      const answer = await cast.as('administrator').post('/organizations', division({ parentId }));
      expect(answer.problem).toMatchObject({ status: 422, violations: [{ path: 'parentId' }] });
    }
    const early = await cast
      .as('administrator')
      .post('/organizations', division({ name: 'Phòng Sớm', validFrom: '2020-01-01' }));
    expect(early.problem.violations).toMatchObject([{ path: 'parentId', code: 'organizations.unknown-parent' }]);
  });

  it('says of a body that would end before it begins that its end is wrong', async () => {
    const body = { id: newId(), kind: 'department', name: 'Sở Thử', validFrom: '2026-03-01', validTo: '2026-02-01' };
    const { problem } = await cast.as('administrator').post('/organizations', body);
    expect(problem.violations).toMatchObject([{ path: 'validTo', code: 'organizations.ends-too-early' }]);
  });

  it('names a wrong day, a wrong parent and a wrong unit at once', async () => {
    const wrong = { kind: 'district_committee', parentId: newId(), administrativeUnitId: 999_999 };
    const { status, problem } = await cast.as('administrator').post('/organizations', division(wrong));
    expect([status, problem.violations.map(({ path }) => path)]).toEqual([
      422,
      ['validFrom', 'parentId', 'administrativeUnitId'],
    ]);
  });

  it('wants a unit of the right kind and time', async () => {
    const [ward] = (await units('search=31498&at=2022-10-25')).items;
    const committee = (kind: string, validFrom: string) =>
      cast.as('administrator').post('/organizations', {
        id: newId(),
        kind,
        name: `UBND Phường 5 (${kind}, ${validFrom})`,
        validFrom,
        administrativeUnitId: ward?.id,
      });
    expect((await committee('ward_committee', '2010-01-01')).status).toBe(204);
    const codes = async (...args: [kind: string, validFrom: string]) =>
      (await committee(...args)).problem.violations.map(({ code }) => code);
    expect(await codes('commune_committee', '2010-01-01')).toEqual(['organizations.unit-of-other-kind']);
    expect(await codes('ward_committee', '2026-01-01')).toEqual(['organizations.unknown-unit']);
  });
});

describe('PATCH /organizations/:organizationId', () => {
  it('gives a new name from a day on; earlier days keep the old one', async () => {
    const { id } = division();
    await cast.as('administrator').post('/organizations', division({ id, name: 'Phòng Cũ' }));
    const change = { version: 1, name: 'Phòng Mới', validFrom: '2026-03-01' };
    expect((await cast.as('administrator').patch(`/organizations/${id}`, change)).status).toBe(204);
    expect([(await detail(id, '?at=2026-02-28')).name, (await detail(id, '?at=2026-03-01')).name]).toEqual([
      'Phòng Cũ',
      'Phòng Mới',
    ]);
    expect((await list('at=2026-02-28&search=phong%20moi')).items[0]?.name).toBe('Phòng Cũ');
    expect((await cast.as('administrator').patch(`/organizations/${id}`, change)).problem.code).toBe('request.stale');
  });
});

describe('POST /organizations/:organizationId/close', () => {
  it('ends a body in its successor, which then reads its past', async () => {
    const [old, next] = [division({ name: 'Phòng A' }), division({ name: 'Phòng B' })];
    for (const body of [old, next]) await cast.as('administrator').post('/organizations', body);
    const close = { version: 1, validTo: '2026-01-01', successorId: next.id };
    expect((await cast.as('administrator').post(`/organizations/${old.id}/close`, close)).status).toBe(204);
    expect(await detail(old.id)).toMatchObject({ validTo: '2026-01-01', successor: { id: next.id, name: 'Phòng B' } });
    expect((await detail(next.id)).predecessors).toEqual([expect.objectContaining({ id: old.id, name: 'Phòng A' })]);
    expect((await list('at=2026-01-01')).items.map(({ id }) => id)).not.toContain(old.id);
    expect((await list('at=2025-12-31')).items.map(({ id }) => id)).toContain(old.id);
    const again = await cast.as('administrator').post(`/organizations/${old.id}/close`, { ...close, version: 2 });
    expect(again.problem.code).toBe('organizations.already-closed');
  });

  it('keeps a body with others below it', async () => {
    const { department } = cast.organizations;
    const answer = await cast.as('administrator').post(`/organizations/${department}/close`, {
      version: 1,
      validTo: '2026-12-01',
    });
    expect(answer.problem.code).toBe('organizations.has-open-children');
  });

  it('refuses itself, an ended body and another province as successor', async () => {
    const body = division({ name: 'Phòng C' });
    await cast.as('administrator').post('/organizations', body);
    const other = await createCast(server);
    for (const successorId of [body.id, other.organizations.department]) {
      const close = { version: 1, validTo: '2026-01-01', successorId };
      const answer = await cast.as('administrator').post(`/organizations/${body.id}/close`, close);
      expect(answer.problem).toMatchObject({ status: 422, violations: [{ path: 'successorId' }] });
    }
    const tooEarly = { version: 1, validTo: '2020-01-01', successorId: newId() };
    const { problem } = await cast.as('administrator').post(`/organizations/${body.id}/close`, tooEarly);
    expect(problem.violations.map(({ path }) => path)).toEqual(['validTo', 'successorId']);
  });
});

describe('GET /organizations', () => {
  it('shows an inspected unit itself and what is below it, nothing else', async () => {
    const officer = cast.as('unitOfficer');
    const { body } = await officer.get<RowsView<OrganizationView>>('/organizations');
    expect(body.items.map(({ id }) => id)).toEqual([cast.organizations.wardOne]);
    expect((await officer.get(`/organizations/${cast.organizations.wardTwo}`)).status).toBe(404);
    expect((await officer.get(`/organizations/${cast.organizations.wardOne}`)).status).toBe(200);
  });

  it('gives the way down to a body and knows which have others below them', async () => {
    const { items } = await list(`parentId=${cast.organizations.people}`);
    expect(items.map(({ name, hasChildren }) => [name, hasChildren])).toEqual([
      ['Sở Nội vụ', true],
      ['UBND phường Hai', false],
      ['UBND phường Một', false],
    ]);
    expect((await detail(cast.organizations.department)).path.map(({ name }) => name)).toEqual([
      'UBND tỉnh Thử nghiệm',
    ]);
  });

  it('finds nothing of another province', async () => {
    const other = await createCast(server);
    const admin = cast.as('administrator');
    const path = `/organizations/${other.organizations.department}`;
    const answers = [
      await admin.get(path),
      await admin.patch(path, { version: 1, name: 'X', validFrom: '2026-01-01' }),
      await admin.post(`${path}/close`, { version: 1, validTo: '2026-01-01' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
