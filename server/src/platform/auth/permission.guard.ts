import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { reachesOf, type Permission } from '@kiemtra/shared/users';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { PERMISSION } from '../http/route.js';
import { readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Resolves the session to its caller, then asks the permission table. A route that names no permission is closed. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const permission = this.reflector.getAllAndOverride<Permission | 'public' | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (permission === 'public') return true;

    const token = readSessionCookie(request, this.config);
    const caller = token ? await this.sessions.findCaller(token) : null;
    if (!caller) throw new Problem(kernelProblems.unauthenticated);
    request.scope.caller = caller;
    request.scope.provinceId = caller.provinceId;

    const reaches = permission ? reachesOf(caller.roles, permission) : [];
    if (reaches.length === 0) throw new Problem(kernelProblems.forbidden);
    request.reaches = reaches;
    return true;
  }
}
