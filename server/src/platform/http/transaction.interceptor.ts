import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database, type TransactionTerms } from '../database/database.js';
import { TRANSACTION } from './route.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every request's database work is one transaction, committed before the answer is sent. A write that changed data and left
 * no audit line is refused here, and so is a read that wrote.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const terms = this.reflector.get<TransactionTerms | undefined>(TRANSACTION, context.getHandler());
    const work = async () => {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const { scope } = request;
      if (SAFE_METHODS.has(request.method) || (!scope.isAudited && !scope.keepsOwnRecord)) {
        if (await this.db.hasWritten())
          throw new Error(`${request.method} ${request.routeOptions.url ?? ''} changed data without an audit line`);
      }
      return answer;
    };
    return from(this.db.within(request.scope, work, terms));
  }
}
