import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import {
  PROBLEM_STATUS,
  Problem,
  kernelProblems,
  type ProblemBody,
  type ProblemDefinition,
} from '@kiemtra/shared/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOfDatabaseError } from '../problems/database-problems.js';

const BY_STATUS: Record<number, ProblemDefinition> = {
  401: kernelProblems.unauthenticated,
  403: kernelProblems.forbidden,
  404: kernelProblems.notFound,
  413: kernelProblems.tooLarge,
  429: kernelProblems.tooMany,
  503: kernelProblems.unavailable,
};

/** The problem behind whatever was thrown; null for a bug of ours. */
function problemOf(error: unknown): Problem<unknown> | null {
  if (error instanceof Problem) return error as Problem<unknown>;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (status && status < 500) return new Problem(BY_STATUS[status] ?? kernelProblems.malformed);
  return problemOfDatabaseError(error);
}

/** Answers with the problem as RFC 9457 JSON. A bug is logged whole and answered with nothing but its request id. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const found = problemOf(error);
  if (!found) request.log.error({ err: error }, 'bug');
  const problem = found ?? new Problem(kernelProblems.bug);
  const body: ProblemBody = {
    type: 'about:blank',
    status: PROBLEM_STATUS[problem.kind],
    title: problem.message,
    code: problem.code,
    requestId: request.id,
    violations: problem.violations,
    ...(problem.details === undefined ? {} : { details: problem.details }),
  };
  if (problem.retryAfter !== undefined) void reply.header('retry-after', String(problem.retryAfter));
  void reply.status(body.status).type('application/problem+json; charset=utf-8').send(body);
}

@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
