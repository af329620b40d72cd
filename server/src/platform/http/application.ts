import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@kiemtra/shared/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { readBodies } from './bodies.js';
import { refuseCrossSite } from './cross-site.js';
import { NestLog, loggerOptions } from './log.js';
import { answerProblem } from './problem.filter.js';
import { serveWebApp } from './web-app.js';

const BODY_LIMIT = 1_048_576;

/** Scripts only from our own files; the UI kit injects style elements, so styles alone may be inline. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    fontSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** The HTTP application with everything that holds for every request; `main`, tests and the OpenAPI writer all start here. */
export async function createApplication(module: Type | object, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: loggerOptions(config),
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: config.TRUST_PROXY,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module as Type, adapter, {
    logger: new NestLog(adapter.getInstance().log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/{*path}'] });
  app.enableShutdownHooks();

  const fastify = adapter.getInstance();
  await fastify.register(fastifyCookie as never);
  await fastify.register(
    fastifyHelmet as never,
    {
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      strictTransportSecurity: config.PUBLIC_ORIGIN?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'same-origin' },
    } as never,
  );
  // Answers alone: a body that arrives compressed could grow without end.
  const compression = { encodings: ['gzip', 'identity'], threshold: 1024, globalDecompression: false };
  await fastify.register(fastifyCompress as never, compression as never);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.scope = { requestId: request.id, provinceId: null, caller: null };
    request.reaches = [];
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'private, no-store');
    void reply.header('x-request-id', request.id);
    refuseCrossSite(request, config.PUBLIC_ORIGIN);
    done();
  });
  readBodies(fastify);
  // Built when first asked for: the start does not wait for documentation.
  fastify.get('/api/openapi.json', async () => (await import('./openapi.js')).buildOpenApi(app));
  await serveWebApp(fastify, config);
  return app;
}
