import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { PermissionGuard } from './auth/permission.guard.js';
import { Clock } from './clock/clock.js';
import { ClockModule } from './clock/clock.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { Database } from './database/database.js';
import { Draining } from './http/draining.js';
import { DtoPipe } from './http/dto.pipe.js';
import { HealthController } from './http/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { TransactionInterceptor } from './http/transaction.interceptor.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';

/** The two parts of the platform that tests exchange: time, and how a transaction ends. */
export interface PlatformParts {
  clock?: Clock;
  database?: Type<Database>;
}

/** What every request goes through, in this order: guard, transaction, pipe, route, and the filter for what was thrown. */
@Module({})
export class PlatformModule {
  static of(config: Config, { clock = new Clock(), database = Database }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.of(config),
        ClockModule.of(clock),
        DatabaseModule.of(database),
        AuthModule,
        AuditModule,
        JobsModule,
        MailModule,
      ],
      controllers: [HealthController],
      providers: [
        Draining,
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
