import type { MeView, Role } from '@kiemtra/shared/users';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { MeProvider } from './me.js';
import { createQueryClient } from './query-client.js';

/** The body of a request the server was sent. */
export type Sent = { method: string; path: string; body: unknown };

type Answers = Record<string, unknown>;

/** An answer that refuses what was asked, with a problem of this code. */
export class Refusal {
  readonly body: object;

  constructor(
    readonly status: number,
    code: string,
    details?: unknown,
  ) {
    this.body = { code, title: 'Chưa làm được.', violations: [], details };
  }
}

/**
 * A server that answers by "METHOD /path" (without its query): a body, a refusal, or a function of what was sent. What has no answer
 * is refused as not found. `sent` keeps every write.
 */
export function fakeServer(answers: Answers): { sent: Sent[] } {
  const sent: Sent[] = [];
  const answer = (address: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const path = address.replace(/^\/api\/v1/, '').replace(/\?.*$/, '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    if (method !== 'GET') sent.push({ method, path, body });
    const key = Object.keys(answers).find((each) => new RegExp(`^${each}$`).test(`${method} ${path}`));
    const found = key === undefined ? undefined : answers[key];
    const value: unknown = typeof found === 'function' ? (found as (body: unknown) => unknown)(body) : found;
    const { status, body: json } =
      value === undefined || value instanceof Refusal
        ? (value ?? new Refusal(404, 'request.not-found'))
        : { status: 200, body: value };
    return Promise.resolve({
      status,
      ok: status === 200,
      headers: new Headers(),
      json: () => Promise.resolve(json),
      text: () => Promise.resolve(JSON.stringify(json)),
    });
  };
  Object.assign(globalThis, { fetch: answer });
  return { sent };
}

/** A screen as an account with these roles sees it. */
export function seenBy(roles: Role[], screen: ReactElement, organization: MeView['organization'] = null): ReactElement {
  const me: MeView = {
    accountId: 'a',
    loginName: 'can-tho.thu',
    displayName: 'Cán bộ thử',
    position: null,
    email: null,
    roles,
    organization,
    province: { id: 'p', name: 'Thành phố Cần Thơ' },
  };
  return (
    <QueryClientProvider client={createQueryClient()}>
      <MeProvider me={me}>{screen}</MeProvider>
    </QueryClientProvider>
  );
}
