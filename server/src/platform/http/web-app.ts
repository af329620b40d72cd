import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';
import { answerProblem } from './problem.filter.js';

const YEAR = 31_536_000;

/**
 * Serves the built web app: hashed assets for a year, everything else fresh, any other address gives the app's page. The
 * service worker has one address for ever, behind which the one that removes itself can be put.
 */
export async function serveWebApp(
  fastify: FastifyInstance,
  { WEB_DIR, SERVICE_WORKER }: Pick<Config, 'WEB_DIR' | 'SERVICE_WORKER'>,
): Promise<void> {
  const root = path.resolve(WEB_DIR);
  if (existsSync(root)) {
    await fastify.register(fastifyStatic, {
      root,
      wildcard: false,
      globIgnore: ['sw.js', 'sw-off.js'],
      cacheControl: false,
      preCompressed: false,
      setHeaders: (reply, file) => {
        const isHashed = file.startsWith(path.join(root, 'assets') + path.sep);
        reply.header('cache-control', isHashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      },
    });
    fastify.get('/sw.js', (_, reply) =>
      reply.header('service-worker-allowed', '/').sendFile(SERVICE_WORKER === 'on' ? 'sw.js' : 'sw-off.js'),
    );
  }
  fastify.get('/*', (request, reply) => {
    const address = request.url.split('?')[0] ?? '';
    const isPage = !/^\/(api|health)(\/|$)/.test(address) && !/\.[a-z0-9]+$/i.test(address);
    if (isPage && existsSync(path.join(root, 'index.html')))
      return reply.header('cache-control', 'no-cache').sendFile('index.html', root);
    answerProblem(new Problem(kernelProblems.notFound), request, reply);
    return reply;
  });
}
