import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import type { OpenedSession } from './sessions.js';

type Origin = Pick<Config, 'PUBLIC_ORIGIN'>;

/** Over https the cookie is bound to the host and to TLS by its name; plain http (a trial on localhost) cannot have that. */
function isSecure(request: FastifyRequest, config: Origin): boolean {
  return config.PUBLIC_ORIGIN?.startsWith('https:') ?? request.protocol === 'https';
}

const nameOf = (secure: boolean): string => (secure ? '__Host-phien' : 'phien');

export function readSessionCookie(request: FastifyRequest, config: Origin): string | null {
  return request.cookies[nameOf(isSecure(request, config))] ?? null;
}

export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  config: Origin,
  session: OpenedSession,
): void {
  const secure = isSecure(request, config);
  void reply.setCookie(nameOf(secure), session.token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure,
    maxAge: session.maxAgeSeconds,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply, config: Origin): void {
  const secure = isSecure(request, config);
  void reply.clearCookie(nameOf(secure), { httpOnly: true, sameSite: 'strict', path: '/', secure });
}
