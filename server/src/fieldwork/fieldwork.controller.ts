import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { DecideParkedDto, type BatchReply, type ParkedView } from '@kiemtra/shared/fieldwork';
import type { FastifyRequest } from 'fastify';
import { CurrentAccess, Permit, Transaction, type Access } from '../platform/http/route.js';
import { FieldworkService } from './fieldwork.service.js';
import { presentParked } from './parked.presenter.js';
import { ParkedService } from './parked.service.js';
import { readPush } from './push-request.js';

@Controller()
export class FieldworkController {
  constructor(
    private readonly fieldwork: FieldworkService,
    private readonly parked: ParkedService,
  ) {}

  /** Body and headers: `sync-ops.contract` of shared/fieldwork. Read by a parser of its own: this is the hot path. */
  @Post('sync/ops')
  @HttpCode(200)
  @Permit('fieldwork.record')
  @Transaction({
    attempts: 4,
    settings: {
      lock_timeout: '3s',
      statement_timeout: '10s',
      synchronous_commit: 'on',
      // Batches differ in what they carry, not in how it is best found.
      plan_cache_mode: 'force_generic_plan',
      // A batch touches a handful of rows, whatever statistics say of tables that began small.
      enable_hashjoin: 'off',
      enable_mergejoin: 'off',
    },
  })
  push(@CurrentAccess() access: Access, @Req() request: FastifyRequest): Promise<BatchReply> {
    const { batch, digest } = readPush(request, access.accountId);
    return this.fieldwork.push(access, batch, digest);
  }

  @Get('visits/:visitId/parked')
  @Permit('fieldwork.record')
  async listParked(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<ParkedView[]> {
    return presentParked(await this.parked.list(access, visitId));
  }

  @Post('visits/:visitId/parked/:parkedId/decide')
  @HttpCode(204)
  @Permit('visits.conduct')
  async decideParked(
    @CurrentAccess() access: Access,
    @Param('visitId') visitId: string,
    @Param('parkedId') parkedId: string,
    @Body() body: DecideParkedDto,
  ): Promise<void> {
    await this.parked.decide(access, visitId, parkedId, body);
  }
}
