import { criteriaProblems } from '@kiemtra/shared/criteria';
import { Problem, kernelProblems, type ProblemDefinition } from '@kiemtra/shared/kernel';
import { usersProblems } from '@kiemtra/shared/users';

/** Named constraints that people can run into, and what to tell them. */
const CONSTRAINT_PROBLEMS: Record<string, ProblemDefinition> = {
  account_login_name_once: usersProblems.loginNameTaken,
  account_organization: usersProblems.unknownUnit,
  criteria_set_name_once: criteriaProblems.nameTaken,
  plan_criteria: criteriaProblems.inUse,
};

const BUSY = new Set(['40001', '40P01', '55P03', '57014', '53300', '57P01', '57P02', '57P03', '25P03']);
const UNREADABLE = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

function databaseCode(error: unknown): { code: string; constraint?: string } | null {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const { code, constraint, driverError } = current as Error & {
      code?: unknown;
      constraint?: string;
      driverError?: unknown;
    };
    if (driverError instanceof Error && driverError !== current) return databaseCode(driverError);
    if (typeof code === 'string') return constraint === undefined ? { code } : { code, constraint };
  }
  return null;
}

/** What a work decided on was changed by others before it could write: like a serialization failure, it may run again. */
export class Outrun extends Error {
  readonly code = '40001';
}

/** True for errors after which the same whole transaction may simply be tried again. */
export function isRetryable(error: unknown): boolean {
  return ['40001', '40P01'].includes(databaseCode(error)?.code ?? '');
}

/** True for what Postgres answers to every statement of a transaction that has failed already. */
export function isAftermath(error: unknown): boolean {
  return databaseCode(error)?.code === '25P02';
}

/** The problem behind a database error, or null when it is a bug of ours. */
export function problemOfDatabaseError(error: unknown): Problem | null {
  const found = databaseCode(error);
  if (!found) return null;
  const known = found.constraint ? CONSTRAINT_PROBLEMS[found.constraint] : undefined;
  if (known) return new Problem(known);
  if (found.code === '23505') return new Problem(kernelProblems.idReused);
  if (found.code.startsWith('23')) return new Problem(kernelProblems.refusedByRule);
  if (UNREADABLE.has(found.code)) return new Problem(kernelProblems.malformed);
  if (BUSY.has(found.code) || found.code.startsWith('08') || /^E(CONN|PIPE|TIMEDOUT)/.test(found.code)) {
    const problem = new Problem(kernelProblems.unavailable);
    problem.retryAfter = 2;
    return problem;
  }
  return null;
}
