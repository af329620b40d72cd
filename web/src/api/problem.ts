import { PROBLEM_STATUS, type ProblemBody, type ProblemKind, type Violation } from '@kiemtra/shared/kernel';

/** A refused request as the screens see it: what the server said, or that it could not be reached. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly requestId: string | null;
  readonly violations: Violation[];
  readonly details: unknown;

  constructor(kind: ProblemKind, body: Pick<ProblemBody, 'title' | 'code'> & Partial<ProblemBody>) {
    super(body.title);
    this.name = 'ApiProblem';
    this.kind = kind;
    this.code = body.code;
    this.requestId = body.requestId ?? null;
    this.violations = body.violations ?? [];
    this.details = body.details;
  }
}

/** The request never reached the server, or its answer was lost on the way. */
export const NETWORK_PROBLEM = 'request.network';

export function networkProblem(): ApiProblem {
  return new ApiProblem('unavailable', {
    code: NETWORK_PROBLEM,
    title: 'Không kết nối được với máy chủ.',
  });
}

/** Reads an error answer; what is not a problem body (a proxy's page) becomes a problem of its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const kind = kindOf(response.status);
  if (isProblemBody(body)) return new ApiProblem(kind, body);
  return new ApiProblem(kind, {
    code: `request.status-${response.status}`,
    title: kind === 'unavailable' ? 'Hệ thống đang bận.' : 'Máy chủ trả lời không đúng dạng.',
    ...optionalRequestId(response),
  });
}

function optionalRequestId(response: Response): Pick<Partial<ProblemBody>, 'requestId'> {
  const requestId = response.headers.get('x-request-id');
  return requestId ? { requestId } : {};
}

function kindOf(status: number): ProblemKind {
  const known = Object.entries(PROBLEM_STATUS).find(([, code]) => code === status)?.[0];
  if (known) return known as ProblemKind;
  // Gateways answer 502 and 504 while the server restarts, networks 511 until one has logged in to them.
  return status === 502 || status === 504 || status === 511 ? 'unavailable' : status >= 500 ? 'bug' : 'malformed';
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

/** True when our own server says that nobody is logged in; a network's log-in page says so too, without our words. */
export function isOwnRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.kind === 'unauthenticated' && !error.code.startsWith('request.status-');
}
