import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { FastifyInstance } from 'fastify';
import { answerProblem } from './problem.filter.js';

const YEAR = 31_536_000;

/** Serves the built web app: hashed assets for a year, everything else fresh, any other address gives the app's page. */
export async function serveWebApp(fastify: FastifyInstance, webDir: string): Promise<void> {
  const root = path.resolve(webDir);
  if (existsSync(root)) {
    await fastify.register(fastifyStatic, {
      root,
      wildcard: false,
      cacheControl: false,
      preCompressed: false,
      setHeaders: (reply, file) => {
        const isHashed = file.startsWith(path.join(root, 'assets') + path.sep);
        reply.header('cache-control', isHashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      },
    });
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
