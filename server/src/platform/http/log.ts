import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/config.js';

/** Request log: id, method, address without its query, status and time. Bodies, cookies and headers are never written. */
export function loggerOptions(config: Config): object | false {
  if (config.LOG_LEVEL === 'silent') return false;
  return {
    level: config.LOG_LEVEL,
    base: null,
    redact: ['req.headers', 'err.parameters', 'err.query', 'err.driverError', 'err.detail'],
    serializers: {
      req: (request: { method: string; url: string; ip: string; id: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
        address: request.ip,
      }),
    },
  };
}

/** Nest's own lines in the same log; its start-up chatter is debug. */
export class NestLog implements LoggerService {
  constructor(private readonly target: FastifyBaseLogger) {}

  log(message: unknown): void {
    this.target.debug(String(message));
  }
  debug(message: unknown): void {
    this.target.debug(String(message));
  }
  verbose(message: unknown): void {
    this.target.trace(String(message));
  }
  warn(message: unknown): void {
    this.target.warn(String(message));
  }
  error(message: unknown, stack?: unknown): void {
    this.target.error({ stack }, message instanceof Error ? message.message : String(message));
  }
}
