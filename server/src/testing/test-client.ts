import { kernelProblems, type ProblemBody } from '@kiemtra/shared/kernel';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
  /** The body as a problem, for readable assertions. */
  problem: ProblemBody;
  bytes: Buffer;
}

/** An answer to HEAD has no body: what its status stands for. */
const BY_STATUS: Record<number, keyof typeof kernelProblems> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
};

function problemWithoutBody(status: number): ProblemBody {
  const { code, text } = kernelProblems[BY_STATUS[status] ?? 'bug'];
  return { type: 'about:blank', status, title: text(undefined), code, requestId: '', violations: [] };
}

/** A browser-like client: keeps its cookie, sends what our own web app sends. */
export class TestClient {
  cookie: string | null = null;

  constructor(private readonly url: string) {}

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }
  post<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('POST', path, body);
  }
  put<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('PUT', path, body);
  }
  patch<T = unknown>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('PATCH', path, body);
  }
  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path);
  }

  /** Sends anything; `path` is under /api/v1 unless it starts with a double slash. */
  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const address = path.startsWith('//') ? `${this.url}${path.slice(1)}` : `${this.url}/api/v1${path}`;
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: {
        'x-requested-with': 'kiemtra',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: isRaw ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? null;
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed: unknown = isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
    return {
      status: response.status,
      headers: response.headers,
      body: parsed as T,
      problem:
        method === 'HEAD' && response.status >= 400 ? problemWithoutBody(response.status) : (parsed as ProblemBody),
      bytes,
    };
  }
}
