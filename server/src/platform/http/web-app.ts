import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { FastifyInstance } from 'fastify';
import { readSessionCookie } from '../auth/session-cookie.js';
import type { Config } from '../config/config.js';
import { answerProblem } from './problem.filter.js';

const YEAR = 31_536_000;

/**
 * Serves the built web app: hashed assets for a year, everything else fresh, any other address gives the app's page. The
 * service worker has one address for ever, behind which the one that removes itself can be put.
 */
export async function serveWebApp(
  fastify: FastifyInstance,
  config: Pick<Config, 'WEB_DIR' | 'SERVICE_WORKER' | 'PUBLIC_ORIGIN'>,
): Promise<void> {
  const { WEB_DIR, SERVICE_WORKER } = config;
  const root = path.resolve(WEB_DIR);
  const { guest, pages } = readAhead(root);
  const pagesAt = (address: string) =>
    Object.entries(pages).flatMap(([beginning, files]) => (address.startsWith(beginning) ? files : []));
  if (existsSync(root)) {
    await fastify.register(fastifyStatic, {
      root,
      wildcard: false,
      globIgnore: ['sw.js', 'sw-off.js'],
      cacheControl: false,
      preCompressed: true,
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
    if (isPage && existsSync(path.join(root, 'index.html'))) {
      const hasSession = readSessionCookie(request, config) !== null;
      return reply
        .headers({ 'cache-control': 'no-cache', vary: 'cookie', link: linksTo(hasSession ? pagesAt(address) : guest) })
        .sendFile('index.html', root);
    }
    answerProblem(new Problem(kernelProblems.notFound), request, reply);
    return reply;
  });
}

/** Files that follow the page. */
interface Ahead {
  /** For who has no session. */
  guest: readonly string[];
  /** For who has one, by the beginning of an address behind which they are needed. */
  pages: Readonly<Record<string, readonly string[]>>;
}

/** As the build of the web app wrote them down. */
function readAhead(root: string): Ahead {
  const file = path.join(root, '.vite', 'ahead.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ahead) : { guest: [], pages: {} };
}

function linksTo(files: readonly string[]): string {
  return files
    .map((file) => `<${file}>; ${file.endsWith('.css') ? 'rel=preload; as=style; crossorigin' : 'rel=modulepreload'}`)
    .join(', ');
}
