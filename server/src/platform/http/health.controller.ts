import { accessSync, constants, mkdirSync } from 'node:fs';
import { Controller, Get } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { migrations } from '../../../../migrations/index.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Public } from './route.js';
import { Draining } from './draining.js';

/** Live: the process answers. Ready: database reachable and migrated, storage writable, not shutting down. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly draining: Draining,
  ) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    if (this.draining.isDraining) throw new Problem(kernelProblems.unavailable);
    const [row] = await this.db.directory<{ count: number }>('select count(*) as count from migrations');
    if (row?.count !== migrations.length) throw new Problem(kernelProblems.unavailable);
    mkdirSync(this.config.STORAGE_DIR, { recursive: true });
    accessSync(this.config.STORAGE_DIR, constants.W_OK);
    return { status: 'ok' };
  }
}
