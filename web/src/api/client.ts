/**
 * The only door to the server for screens. A refusal is an ApiProblem; what to show is the screen's matter.
 * When the session has ended, the call waits for the person to log in again and is then repeated once,
 * so nothing typed is lost and no screen knows about it.
 */
import { ApiProblem, networkProblem, problemOf } from './problem.js';

const API_BASE = '/api/v1';

type QueryValue = string | number | boolean | null | undefined;
export type QueryParams = Record<string, QueryValue | readonly string[]>;

interface Options {
  query?: QueryParams;
  signal?: AbortSignal;
  /** Work nobody is watching: a lost session is reported to the caller and opens no dialog. */
  background?: boolean;
  headers?: Record<string, string>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type LogInAgain = () => Promise<void>;
let logInAgain: LogInAgain | null = null;
let running: Promise<void> | null = null;
/** How often somebody has logged in again on this page. */
let restorations = 0;

/** Registers who asks the person to log in again; calls sent under one lost session share one question. */
export function onSessionLost(handler: LogInAgain | null): void {
  logInAgain = handler;
}

function sessionRestored(handler: LogInAgain): Promise<void> {
  running ??= restore(handler).finally(() => {
    running = null;
  });
  return running;
}

async function restore(handler: LogInAgain): Promise<void> {
  await handler();
  restorations += 1;
}

/** The address of a resource, for links and downloads: `apiHref('/files/…')`. */
export function apiHref(path: string, query: QueryParams = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const item of Array.isArray(value) ? value : [value]) params.append(name, String(item));
  }
  const search = params.toString();
  return `${API_BASE}${path}${search ? `?${search}` : ''}`;
}

async function send(method: Method, path: string, body: unknown, options: Options): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json', ...options.headers });
  const isFile = body instanceof Blob;
  if (method !== 'GET') headers.set('X-Requested-With', 'kiemtra');
  if (body !== undefined) headers.set('Content-Type', isFile ? 'application/octet-stream' : 'application/json');
  try {
    return await fetch(apiHref(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw networkProblem();
  }
}

async function call<T>(method: Method, path: string, body: unknown, options: Options): Promise<T> {
  const sentUnder = restorations;
  let response = await send(method, path, body, options);
  if (response.status === 401 && logInAgain && !options.background) {
    // A refusal that comes late, after a log-in that another call has asked for, asks for no further one.
    if (restorations === sentUnder) await sessionRestored(logInAgain);
    response = await send(method, path, body, options);
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  try {
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  } catch {
    throw networkProblem();
  }
}

export const api = {
  get: <T>(path: string, options: Options = {}) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options: Options = {}) => call<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown, options: Options = {}) => call<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options: Options = {}) => call<T>('PATCH', path, body, options),
  delete: <T>(path: string, options: Options = {}) => call<T>('DELETE', path, undefined, options),
};

/** True when trying again later may help without anybody changing anything. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && error.kind === 'unavailable';
}
