import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { PackView } from '@kiemtra/shared/assessments';
import {
  GetPackDto,
  HelloDto,
  ListChangesDto,
  ListNumbersDto,
  type ChangesReply,
  type DecisionsReply,
  type HelloReply,
  type MemberDevicesView,
  type ReceiptsReply,
} from '@kiemtra/shared/fieldwork';
import type { FastifyRequest } from 'fastify';
import { CurrentAccess, Permit, Transaction, type Access } from '../platform/http/route.js';
import { BatchLogService } from './batch-log.service.js';
import { ChangesService } from './changes.service.js';
import { presentDevices } from './contacts.presenter.js';
import { ContactsService } from './contacts.service.js';
import { presentPack } from './pack.presenter.js';
import { PackService } from './pack.service.js';
import { presentDecisions } from './parked.presenter.js';
import { ParkedService } from './parked.service.js';
import { checkAccount } from './push-request.js';

/** What devices ask beside sending, and what the head of a team reads of them. */
@Controller()
export class DevicesController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly changes: ChangesService,
    private readonly packs: PackService,
    private readonly log: BatchLogService,
    private readonly parked: ParkedService,
  ) {}

  @Post('sync/hello')
  @HttpCode(200)
  @Permit('fieldwork.record')
  @Transaction({ attempts: 2, settings: { lock_timeout: '3s' } })
  hello(
    @CurrentAccess() access: Access,
    @Req() { headers }: FastifyRequest,
    @Body() body: HelloDto,
  ): Promise<HelloReply> {
    checkAccount(headers, access.accountId);
    return this.contacts.hello(access, body);
  }

  @Get('sync/changes')
  @Permit('fieldwork.record')
  @Transaction({ isSnapshot: true })
  listChanges(
    @CurrentAccess() access: Access,
    @Req() { headers }: FastifyRequest,
    @Query() query: ListChangesDto,
  ): Promise<ChangesReply> {
    checkAccount(headers, access.accountId);
    return this.changes.list(access, query);
  }

  @Get('sync/pack')
  @Permit('fieldwork.record')
  @Transaction({ isSnapshot: true })
  async getPack(
    @CurrentAccess() access: Access,
    @Req() { headers }: FastifyRequest,
    @Query() { visit }: GetPackDto,
  ): Promise<PackView> {
    checkAccount(headers, access.accountId);
    return presentPack(await this.packs.get(access, visit));
  }

  @Get('sync/receipts')
  @Permit('fieldwork.record')
  @Transaction({ isSnapshot: true })
  listReceipts(
    @CurrentAccess() access: Access,
    @Req() { headers }: FastifyRequest,
    @Query() { lane, from_seq }: ListNumbersDto,
  ): Promise<ReceiptsReply> {
    checkAccount(headers, access.accountId);
    return this.log.readReceipts(lane, access.accountId, from_seq);
  }

  @Get('sync/decisions')
  @Permit('fieldwork.record')
  @Transaction({ isSnapshot: true })
  async listDecisions(
    @CurrentAccess() access: Access,
    @Req() { headers }: FastifyRequest,
    @Query() { lane, from_seq }: ListNumbersDto,
  ): Promise<DecisionsReply> {
    checkAccount(headers, access.accountId);
    return presentDecisions(lane, await this.parked.listDecided(access, lane, from_seq));
  }

  @Get('visits/:visitId/devices')
  @Permit('visits.conduct')
  async listDevices(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<MemberDevicesView[]> {
    const { rows, now } = await this.contacts.listDevices(access, visitId);
    return presentDevices(rows, now);
  }
}
