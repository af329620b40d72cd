import { newId } from '@kiemtra/shared/kernel';
import { createCast, type Cast } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  cast = await createCast(server);
});
afterAll(() => server.close());

const division = (over: object = {}) => ({
  id: newId(),
  kind: 'division',
  name: 'Phòng Nội vụ',
  parentId: cast.organizations.department,
  validFrom: '2025-07-01',
  ...over,
});
const add = (over: object = {}) => cast.as('administrator').post('/organizations', division(over));

describe('the name of a body', () => {
  it('is refused beside the name field where a body of the name stands beside it in the same days', async () => {
    await add({ validTo: '2026-03-01' });
    expect((await add({ name: 'Phòng nội  vụ' })).problem).toMatchObject({
      status: 422,
      violations: [
        {
          path: 'name',
          code: 'organizations.name-taken',
          message: 'Cùng cơ quan cấp trên đã có “Phòng Nội vụ” từ ngày 01/07/2025 đến trước ngày 01/03/2026.',
        },
      ],
    });
  });

  it('may come again after the first has ended, and below another body', async () => {
    await add({ validTo: '2026-03-01' });
    expect((await add({ validFrom: '2026-03-01' })).status).toBe(204);
    expect((await add({ parentId: cast.organizations.wardOne })).status).toBe(204);
  });

  it('is not given to a body that has another name so far', async () => {
    const body = division({ name: 'Phòng Tổ chức' });
    await cast.as('administrator').post('/organizations', body);
    await add();
    const change = { version: 1, name: 'Phòng Nội vụ', validFrom: '2026-03-01' };
    const { problem } = await cast.as('administrator').patch(`/organizations/${body.id}`, change);
    expect(problem.violations).toMatchObject([{ path: 'name', code: 'organizations.name-taken' }]);
    const own = { ...change, name: 'phòng tổ chức' };
    expect((await cast.as('administrator').patch(`/organizations/${body.id}`, own)).status).toBe(204);
  });

  it('goes to one of several that are added at once', async () => {
    const answers = await Promise.all([add(), add(), add()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422]);
  });

  it('is not rewritten for days of the past', async () => {
    const { department } = cast.organizations;
    const change = { version: 1, name: 'Sở Khác', validFrom: '2025-06-30' };
    const rename = async (fields: object) =>
      (await cast.as('administrator').patch(`/organizations/${department}`, { ...change, ...fields })).problem;
    const [violation] = (await rename({})).violations;
    expect(violation).toMatchObject({ path: 'validFrom', code: 'organizations.named-before' });
    expect(violation?.message).toContain('01/07/2025');
    // Kinds of the two-tier time did not exist on that day either.
    const both = await rename({ kind: 'special_zone_committee' });
    expect(both.violations.map(({ path }) => path)).toEqual(['kind', 'validFrom']);
  });
});
