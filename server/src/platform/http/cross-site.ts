import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { FastifyRequest } from 'fastify';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A header that a foreign page cannot send without asking, and that our own client always sends. */
const OWN_CLIENT_HEADER = 'x-requested-with';
const OWN_CLIENT = 'kiemtra';

/** Refuses writes that do not come from our own pages (log-in included): own header, same origin by the browser's word. */
export function refuseCrossSite(request: FastifyRequest, publicOrigin: string | null): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const isForeignOrigin = origin !== undefined && !ownOrigins(request, publicOrigin).has(origin);
  if (headers[OWN_CLIENT_HEADER] !== OWN_CLIENT || isForeignSite || isForeignOrigin)
    throw new Problem(kernelProblems.crossSite);
}

function ownOrigins(request: FastifyRequest, publicOrigin: string | null): Set<string> {
  // Behind a proxy the browser's origin is the configured one; a forged Host header cannot widen it.
  return publicOrigin
    ? new Set([publicOrigin])
    : new Set([`http://${request.headers.host ?? ''}`, `https://${request.headers.host ?? ''}`]);
}
