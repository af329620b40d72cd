import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AcceptRemedyDto,
  AcknowledgeDto,
  DecideFindingsDto,
  ListRequestRecipientsDto,
  ReportRemedyDto,
  ReturnRemedyDto,
  type RecipientLineView,
  type RecipientView,
} from '@kiemtra/shared/remediation';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { RemediationService } from './remediation.service.js';
import { RemedyActsService } from './remedy-acts.service.js';

@Controller('request-recipients')
export class RecipientsController {
  constructor(
    private readonly acts: RemedyActsService,
    private readonly remediation: RemediationService,
  ) {}

  @Get()
  @Permit('remediation.read')
  list(@CurrentAccess() access: Access, @Query() filter: ListRequestRecipientsDto): Promise<RecipientLineView[]> {
    return this.remediation.listRecipients(access, filter);
  }

  @Get(':recipientId')
  @Permit('remediation.read')
  get(@CurrentAccess() access: Access, @Param('recipientId') recipientId: string): Promise<RecipientView> {
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post(':recipientId/acknowledge')
  @HttpCode(200)
  @Permit('remediation.answer')
  async acknowledge(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: AcknowledgeDto,
  ): Promise<RecipientView> {
    await this.acts.acknowledge(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post(':recipientId/report')
  @HttpCode(200)
  @Permit('remediation.answer')
  async report(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: ReportRemedyDto,
  ): Promise<RecipientView> {
    await this.acts.report(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post(':recipientId/return')
  @HttpCode(200)
  @Permit('remediation.decide')
  async return(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: ReturnRemedyDto,
  ): Promise<RecipientView> {
    await this.acts.return(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post(':recipientId/accept')
  @HttpCode(200)
  @Permit('remediation.decide')
  async accept(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: AcceptRemedyDto,
  ): Promise<RecipientView> {
    await this.acts.accept(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }

  @Post(':recipientId/decide')
  @HttpCode(200)
  @Permit('remediation.decide')
  async decide(
    @CurrentAccess() access: Access,
    @Param('recipientId') recipientId: string,
    @Body() body: DecideFindingsDto,
  ): Promise<RecipientView> {
    await this.acts.decide(access, recipientId, body);
    return this.remediation.getRecipient(access, recipientId);
  }
}
