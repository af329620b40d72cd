import { createCast, type Cast } from '../../testing/cast.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
});
afterAll(() => server.close());

const path = '/holidays/2026-01-01';
const body = { name: 'Tết Dương lịch', isWorkingDay: false };

describe('every request', () => {
  it('is refused when it writes and does not come from our own pages', async () => {
    const planner = cast.as('planner');
    const foreign: Record<string, string>[] = [
      { 'x-requested-with': 'another' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await planner.send('PUT', path, body, headers);
      expect([answer.status, answer.problem.code]).toEqual([403, 'request.cross-site']);
    }
  });

  it.each([
    ['truncated JSON', '{"name":', 400],
    ['trailing garbage', '{"name":"a"} x', 400],
    ['a prototype key', '{"__proto__":{"a":1},"name":"a","isWorkingDay":true}', 400],
    ['a constructor key', '{"constructor":{"prototype":{"a":1}},"name":"a","isWorkingDay":true}', 400],
    ['null', 'null', 422],
    ['a list', '[]', 422],
    ['U+0000', '{"name":"a\\u0000","isWorkingDay":true}', 422],
    ['a lone surrogate', '{"name":"\\ud800","isWorkingDay":true}', 422],
    ['an empty body', '', 422],
    ['deep nesting', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)},"isWorkingDay":true}`, 400],
  ])('answers %s with a 4xx problem', async (_, text, status) => {
    const answer = await cast.as('planner').send('PUT', path, text);
    expect(answer.status).toBe(status);
    expect(answer.problem).toMatchObject({ status, requestId: expect.any(String), title: expect.any(String) });
    expect((await cast.as('planner').get<unknown[]>('/holidays?year=2026')).body).toEqual([]);
  });

  it('refuses invalid UTF-8, other content types and bodies over the limit', async () => {
    const planner = cast.as('planner');
    expect((await planner.send('PUT', path, new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
    expect((await planner.send('PUT', path, JSON.stringify(body), { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await planner.send('PUT', path, `{"name":"${'a'.repeat(1_100_000)}"}`)).status).toBe(413);
  });

  it('reads numbers from the query and refuses what is none', async () => {
    for (const year of ['abc', '1e9', '-1', '2026&year=2027', '0x10', '']) {
      expect((await cast.as('planner').get(`/holidays?year=${year}`)).status).toBe(422);
    }
  });

  it('answers unknown addresses as problems, and logs nobody in by a made-up cookie', async () => {
    const stranger = server.anonymous();
    expect((await stranger.get('/no-such-thing')).problem).toMatchObject({ status: 404, code: 'request.not-found' });
    expect((await stranger.post('/no-such-thing')).problem).toMatchObject({ status: 404 });
    stranger.cookie = `phien=${'a'.repeat(8000)}`;
    expect((await stranger.get('/auth/me')).status).toBe(401);
  });

  it('carries the security headers and is never cached', async () => {
    const { headers } = await cast.as('viewer').get('/auth/me');
    expect(headers.get('content-security-policy')).toContain("default-src 'none';script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('tells whether the server lives and is ready', async () => {
    expect((await server.anonymous().get('//health/live')).body).toEqual({ status: 'ok' });
    expect((await server.anonymous().get('//health/ready')).body).toEqual({ status: 'ok' });
  });

  it('is described, with the limits of its fields, at /api/openapi.json', async () => {
    const { body } = await server
      .anonymous()
      .get<{ paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } }>('//api/openapi.json');
    expect(body.paths['/api/v1/holidays/{date}']).toHaveProperty('put');
    expect(body.components.schemas['SetHolidayDto']).toMatchObject({
      required: ['name', 'isWorkingDay'],
      properties: { name: { type: 'string', maxLength: 120 }, isWorkingDay: { type: 'boolean' } },
    });
  });
});
