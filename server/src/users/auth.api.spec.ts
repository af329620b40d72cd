import { newId } from '@kiemtra/shared/kernel';
import type { ActivationSlipView, MeView, SessionView } from '@kiemtra/shared/users';
import { createCast, type Cast } from '../testing/cast.js';
import type { TestClient } from '../testing/test-client.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  cast = await createCast(server);
  server.clock.at = null;
  await server.db.directory('delete from try_counter');
});
afterAll(() => server.close());

const password = 'con trâu đi trước cái cày';

async function createAccount(): Promise<ActivationSlipView> {
  const loginName = `${cast.slug}.${newId().slice(-12)}`;
  const { status, body } = await cast.as('administrator').post<ActivationSlipView>('/accounts', {
    id: newId(),
    loginName,
    displayName: 'Chuyên viên mới',
    roles: ['planner'],
  });
  expect(status).toBe(201);
  return body;
}

async function activated(): Promise<{ slip: ActivationSlipView; client: TestClient }> {
  const slip = await createAccount();
  const client = server.anonymous();
  expect((await client.post('/auth/activate', { loginName: slip.loginName, code: slip.code, password })).status).toBe(
    200,
  );
  return { slip, client };
}

const login = (loginName: string, secret: string) =>
  server.anonymous().post<MeView>('/auth/login', { loginName, password: secret });

describe('an activation slip', () => {
  it('sets the first password once, then the account logs in', async () => {
    const { slip, client } = await activated();
    expect((await client.get<MeView>('/auth/me')).body).toMatchObject({
      displayName: 'Chuyên viên mới',
      roles: ['planner'],
    });
    const again = await server
      .anonymous()
      .post('/auth/activate', { loginName: slip.loginName, code: slip.code, password });
    expect(again.problem.code).toBe('users.wrong-slip');
    expect((await login(slip.loginName.toUpperCase(), password)).status).toBe(200);
  });

  it('is worthless after 30 days, and an older slip after a newer one', async () => {
    const slip = await createAccount();
    const newer = (await cast.as('administrator').post<ActivationSlipView>(`/accounts/${slip.accountId}/slip`)).body;
    const activate = (code: string) =>
      server.anonymous().post('/auth/activate', { loginName: slip.loginName, code, password });
    expect((await activate(slip.code)).status).toBe(422);
    server.clock.at = new Date(Date.now() + 31 * 86_400_000);
    expect((await activate(newer.code)).status).toBe(422);
  });

  it('is used by one of two who try at the same time', async () => {
    const slip = await createAccount();
    const tries = await Promise.all(
      [1, 2].map(() =>
        server.anonymous().post('/auth/activate', { loginName: slip.loginName, code: slip.code, password }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('refuses a weak password beside its field and stays usable', async () => {
    const slip = await createAccount();
    const answer = await server
      .anonymous()
      .post('/auth/activate', { loginName: slip.loginName, code: slip.code, password: 'matkhau123456' });
    expect(answer.problem.violations[0]).toMatchObject({ path: 'password' });
    expect(
      (
        await server
          .anonymous()
          .post('/auth/activate', { loginName: slip.loginName, code: slip.code.toLowerCase(), password })
      ).status,
    ).toBe(200);
  });
});

describe('POST /auth/login', () => {
  it('gives unknown names and wrong passwords the same answer', async () => {
    const { slip } = await activated();
    const wrong = await login(slip.loginName, 'sai mật khẩu rồi');
    const unknown = await login('khong-co.ai-ca', 'sai mật khẩu rồi');
    expect([wrong.status, wrong.problem.title]).toEqual([unknown.status, unknown.problem.title]);
    expect(wrong.status).toBe(401);
  });

  it('stops checking after five tries, also for the right password, and forgets after the window', async () => {
    const { slip } = await activated();
    for (let tries = 0; tries < 5; tries += 1)
      expect((await login(slip.loginName, 'sai mật khẩu rồi')).status).toBe(401);
    const refused = await login(slip.loginName, password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    server.clock.at = new Date(Date.now() + 16 * 60_000);
    expect((await login(slip.loginName, password)).status).toBe(200);
  });

  it('counts failures of an address alone, and no success takes those of others away', async () => {
    const { slip } = await activated();
    // One failure is left to the network of this test.
    await server.db.directory(
      `update try_counter set tries = 59 where key = (select key from try_counter where key like 'network:%')`,
    );
    for (let times = 0; times < 3; times += 1) expect((await login(slip.loginName, password)).status).toBe(200);
    expect((await login('khong-co.ai-ca', 'sai mật khẩu rồi')).status).toBe(401);
    const refused = await login(slip.loginName, password);
    expect([refused.status, refused.problem.code]).toEqual([429, 'users.too-many-tries']);
    server.clock.at = new Date(Date.now() + 16 * 60_000);
    expect((await login(slip.loginName, password)).status).toBe(200);
  });

  it('does not hold the tries at a locked account against its whole office', async () => {
    const { slip } = await activated();
    for (let tries = 0; tries < 5; tries += 1) await login(slip.loginName, 'sai mật khẩu rồi');
    const failures = () => server.db.directory(`select tries from try_counter where key like 'network:%'`);
    expect(await failures()).toEqual([{ tries: 5 }]);
    expect((await login(slip.loginName, password)).status).toBe(429);
    expect(await failures()).toEqual([{ tries: 5 }]);
  });

  it('stops a network that tries many names at the same moment', async () => {
    await activated();
    await server.db.directory(`update try_counter set tries = 58 where key like 'network:%'`);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `khong-co.${letter}`);
    const statuses = await Promise.all(names.map(async (name) => (await login(name, 'sai mật khẩu rồi')).status));
    expect(statuses.sort()).toEqual([401, 401, 429, 429, 429, 429]);
  });

  it('sets a cookie no script can read, new at every log-in, and stores only its hash', async () => {
    const { slip } = await activated();
    const [first, second] = [await login(slip.loginName, password), await login(slip.loginName, password)];
    const cookies = [first, second].map(({ headers }) => headers.get('set-cookie') ?? '');
    expect(cookies[0]).toMatch(/^phien=[\w-]{43}; .*HttpOnly; SameSite=Strict/);
    expect(cookies[0]).not.toBe(cookies[1]);
    const token = /phien=([\w-]+)/.exec(cookies[0] ?? '')?.[1] ?? '';
    const stored = await server.db.directory<{ hash: string }>(
      `select encode(token_hash, 'escape') as hash from session`,
    );
    expect(stored.some(({ hash }) => hash.includes(token))).toBe(false);
  });
});

describe('sessions', () => {
  it('can be seen and ended from elsewhere', async () => {
    const { slip, client } = await activated();
    const phone = server.anonymous();
    await phone.post('/auth/login', { loginName: slip.loginName, password });
    const { body } = await client.get<SessionView[]>('/auth/sessions');
    const other = body.find(({ isCurrent }) => !isCurrent);
    expect(body).toHaveLength(2);
    expect((await client.delete(`/auth/sessions/${other?.id ?? ''}`)).status).toBe(204);
    expect((await phone.get('/auth/me')).status).toBe(401);
    expect((await cast.as('planner').delete(`/auth/sessions/${other?.id ?? ''}`)).status).toBe(404);
  });

  it('end when idle for half a day, on log-out, and when the account is switched off', async () => {
    const { slip, client } = await activated();
    server.clock.at = new Date(Date.now() + 13 * 3_600_000);
    expect((await client.get('/auth/me')).status).toBe(401);
    server.clock.at = null;
    const again = server.anonymous();
    await again.post('/auth/login', { loginName: slip.loginName, password });
    const { status, headers } = await again.post('/auth/logout');
    expect(status).toBe(204);
    // By its name alone: what the device holds, and the cookie that tells of its loss, stay.
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^[^=]+=; .*Expires=Thu, 01 Jan 1970/)]);
    expect(headers.has('clear-site-data')).toBe(false);
    expect((await again.get('/auth/me')).status).toBe(401);
    await again.post('/auth/login', { loginName: slip.loginName, password });
    expect((await cast.as('administrator').post(`/accounts/${slip.accountId}/deactivate`)).status).toBe(204);
    expect((await again.get('/auth/me')).status).toBe(401);
    expect((await login(slip.loginName, password)).status).toBe(401);
  });

  it('other than the own end when the password changes', async () => {
    const { slip, client } = await activated();
    const phone = server.anonymous();
    await phone.post('/auth/login', { loginName: slip.loginName, password });
    const next = 'đồng trước cày sau bừa';
    const wrong = await client.post('/auth/password', { currentPassword: 'không phải', newPassword: next });
    expect(wrong.problem.violations[0]?.path).toBe('currentPassword');
    const both = await client.post('/auth/password', { currentPassword: 'không phải', newPassword: 'matkhau123456' });
    expect(both.problem.violations.map(({ path }) => path)).toEqual(['newPassword', 'currentPassword']);
    expect((await client.post('/auth/password', { currentPassword: password, newPassword: next })).status).toBe(204);
    expect((await phone.get('/auth/me')).status).toBe(401);
    expect((await client.get('/auth/me')).status).toBe(200);
    expect((await login(slip.loginName, next)).status).toBe(200);
  });
});

describe('accounts', () => {
  it('are made for many units at once, each with a slip of its own', async () => {
    const { wardOne, wardTwo } = cast.organizations;
    const items = [wardOne, wardTwo].map((organizationId) => ({ id: newId(), organizationId }));
    const { body } = await cast.as('administrator').post<ActivationSlipView[]>('/accounts/batch', { items });
    expect(body.map(({ organizationName }) => organizationName)).toEqual(['UBND phường Một', 'UBND phường Hai']);
    expect(new Set(body.map(({ code }) => code)).size).toBe(2);
    const other = await createCast(server);
    const foreign = await other
      .as('administrator')
      .post('/accounts/batch', { items: [wardOne, wardTwo].map((unit) => ({ id: newId(), organizationId: unit })) });
    expect(foreign.problem).toMatchObject({
      status: 422,
      violations: [{ path: 'items.0.organizationId' }, { path: 'items.1.organizationId' }],
    });
  });

  it('made for units give working slips again when the answer was lost, but not to who is active already', async () => {
    const admin = cast.as('administrator');
    const { wardOne, wardTwo } = cast.organizations;
    const items = [wardOne, wardTwo].map((organizationId) => ({ id: newId(), organizationId }));
    const batch = (list: object[]) => admin.post<ActivationSlipView[]>('/accounts/batch', { items: list });
    const [lost] = (await batch(items)).body;
    const again = await batch(items);
    expect(again.status).toBe(201);
    expect(again.body.map(({ accountId }) => accountId)).toEqual(items.map(({ id }) => id));
    expect(again.body[0]).toMatchObject({ loginName: lost?.loginName, organizationName: 'UBND phường Một' });

    const activate = (slip?: ActivationSlipView) =>
      server.anonymous().post('/auth/activate', { loginName: slip?.loginName, code: slip?.code, password });
    expect([(await activate(lost)).status, (await activate(again.body[0])).status]).toEqual([422, 200]);
    expect((await batch(items)).body.map(({ organizationName }) => organizationName)).toEqual(['UBND phường Hai']);

    const [first, second] = items;
    for (const other of [[first, { id: newId(), organizationId: wardTwo }], [{ ...second, organizationId: wardOne }]]) {
      expect((await batch(other as object[])).problem.code).toBe('request.id-reused');
    }
    const printed = await server.inProvince(cast.provinceId, () =>
      server.db.query(`select 1 from audit_event where action = 'users.slip-printed' and subject_id = $1`, [first?.id]),
    );
    expect(printed).toHaveLength(1);
  });

  it('get new slips for many at once while nobody has activated them', async () => {
    const [one, two] = [await createAccount(), await createAccount()];
    const { slip: active } = await activated();
    const ask = (accountIds: string[], by = cast) =>
      by.as('administrator').post<ActivationSlipView[]>('/accounts/slips', { accountIds });
    const { status, body } = await ask([two, active, one].map(({ accountId }) => accountId));
    expect([status, body.map(({ loginName }) => loginName)]).toEqual([201, [two.loginName, one.loginName]]);
    const activate = (code = '') =>
      server.anonymous().post('/auth/activate', { loginName: two.loginName, code, password });
    expect([(await activate(two.code)).status, (await activate(body[0]?.code)).status]).toEqual([422, 200]);

    const foreign = await ask([one.accountId, newId()], await createCast(server));
    expect(foreign.problem).toMatchObject({
      status: 422,
      violations: [{ path: 'accountIds.0', code: 'users.unknown-account' }, { path: 'accountIds.1' }],
    });
    expect((await cast.as('planner').post('/accounts/slips', { accountIds: [one.accountId] })).status).toBe(403);
  });

  it('keep at least one administrator, and nobody switches off himself', async () => {
    const own = `/accounts/${cast.accounts.administrator}`;
    expect((await cast.as('administrator').post(`${own}/deactivate`)).problem.code).toBe('users.not-self');
    const demoted = await cast
      .as('administrator')
      .patch(own, { version: 1, displayName: 'Quản trị', roles: ['viewer'] });
    expect(demoted.problem.code).toBe('users.last-administrator');
  });

  it('refuse a stale edit and a login name already taken', async () => {
    const slip = await createAccount();
    const edit = { version: 1, displayName: 'Tên mới', roles: ['viewer'] };
    expect((await cast.as('administrator').patch(`/accounts/${slip.accountId}`, edit)).status).toBe(204);
    expect((await cast.as('administrator').patch(`/accounts/${slip.accountId}`, edit)).problem.code).toBe(
      'request.stale',
    );
    const twin = { id: newId(), loginName: slip.loginName, displayName: 'Trùng tên', roles: ['viewer'] };
    expect((await cast.as('administrator').post('/accounts', twin)).problem).toMatchObject({
      status: 422,
      violations: [{ path: 'loginName', code: 'users.login-name-taken' }],
    });
  });

  it('name a wrong login name and a missing or unknown unit at once', async () => {
    const wrong = { id: newId(), loginName: 'Ông Nguyễn', displayName: 'Cán bộ', roles: ['unit_officer'] };
    const create = (fields: object) => cast.as('administrator').post('/accounts', { ...wrong, ...fields });
    const codesOf = ({ problem }: Awaited<ReturnType<typeof create>>) => problem.violations.map(({ code }) => code);
    expect(codesOf(await create({}))).toEqual(['users.login-name-form', 'users.unit-required']);
    expect(codesOf(await create({ organizationId: newId() }))).toEqual(['users.login-name-form', 'users.unknown-unit']);
  });
});
