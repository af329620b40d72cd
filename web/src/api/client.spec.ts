import { api, apiHref, onSessionLost } from './client.js';
import { ApiProblem, NETWORK_PROBLEM } from './problem.js';

const fetched = jest.fn<Promise<Partial<Response>>, [string, RequestInit]>();
const answer = (status: number, body?: unknown): Partial<Response> => ({
  status,
  ok: status < 300,
  headers: new Headers({ 'x-request-id': 'r-1' }),
  text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
  json: () => (body === undefined ? Promise.reject(new Error('no body')) : Promise.resolve(body)),
});
const expired = () => answer(401, { code: 'request.unauthenticated', title: 'Phiên làm việc đã hết.' });

describe('api', () => {
  beforeEach(() => {
    fetched.mockReset();
    Object.assign(globalThis, { fetch: fetched });
  });
  afterEach(() => onSessionLost(null));

  it('marks writes as coming from our own page', async () => {
    fetched.mockResolvedValue(answer(204));
    await api.post('/visits', { id: '1' });
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(address).toBe('/api/v1/visits');
    expect(new Headers(init?.headers).get('X-Requested-With')).toBe('kiemtra');
    expect(init?.body).toBe('{"id":"1"}');
  });

  it('turns a refusal into a problem with its violations and request id', async () => {
    const violations = [{ path: 'name', code: 'text.short', message: 'Không được để trống.' }];
    fetched.mockResolvedValue(
      answer(422, { code: 'request.invalid', title: 'Chưa đúng.', requestId: 'r-9', violations }),
    );
    await expect(api.post('/plans', {})).rejects.toMatchObject({ kind: 'invalid', requestId: 'r-9', violations });
  });

  it('tells a lost connection from a refusal, and a gateway page from our own answer', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(api.get('/plans')).rejects.toMatchObject({ code: NETWORK_PROBLEM, kind: 'unavailable' });
    fetched.mockResolvedValue(answer(502));
    await expect(api.get('/plans')).rejects.toMatchObject({ kind: 'unavailable', requestId: 'r-1' });
  });

  it('asks once for a new log-in when several calls find the session gone, then repeats each', async () => {
    let isLoggedIn = false;
    const ask = jest.fn(async () => {
      await Promise.resolve();
      isLoggedIn = true;
    });
    onSessionLost(ask);
    fetched.mockImplementation(() => Promise.resolve(isLoggedIn ? answer(200, { ok: true }) : expired()));
    await expect(Promise.all([api.get('/a'), api.post('/b', {})])).resolves.toEqual([{ ok: true }, { ok: true }]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it('does not interrupt anybody for work in the background', async () => {
    const ask = jest.fn();
    onSessionLost(ask);
    fetched.mockResolvedValue(expired());
    await expect(api.post('/sync/ops', {}, { background: true })).rejects.toBeInstanceOf(ApiProblem);
    expect(ask).not.toHaveBeenCalled();
  });

  it('leaves out of an address what is not chosen', () => {
    expect(apiHref('/accounts', { search: 'phú lợi', role: '', state: undefined, page: 2 })).toBe(
      '/api/v1/accounts?search=ph%C3%BA+l%E1%BB%A3i&page=2',
    );
  });
});
