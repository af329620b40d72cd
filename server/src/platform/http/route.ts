import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission, Reach } from '@kiemtra/shared/users';
import type { FastifyRequest } from 'fastify';
import type { Caller, Scope, TransactionTerms } from '../database/database.js';

/** What the platform hangs on every request before any route runs. */
declare module 'fastify' {
  interface FastifyRequest {
    scope: Scope;
    reaches: Reach[];
  }
}

export const PERMISSION = 'route:permission';

/** The route needs this permission; how far it reaches is handed to the service as `Access`. */
export const Permit = (permission: Permission) => SetMetadata(PERMISSION, permission);

/** The route is open to anybody: log-in, activation, health. */
export const Public = () => SetMetadata(PERMISSION, 'public');

export const TRANSACTION = 'route:transaction';

/** What the route asks of its transaction beyond the usual: limits of its own, another attempt, one moment for all reads. */
export const Transaction = (terms: TransactionTerms) => SetMetadata(TRANSACTION, terms);

/** The caller's reach on this route: what repositories turn into a condition. */
export interface Access extends Caller {
  reaches: Reach[];
}

/** Route parameter: the caller with the reach the permission gives. */
export const CurrentAccess = createParamDecorator((_: unknown, context: ExecutionContext): Access => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { caller } = request.scope;
  if (!caller) throw new Error('a public route asked for its caller');
  return { ...caller, reaches: request.reaches };
});
