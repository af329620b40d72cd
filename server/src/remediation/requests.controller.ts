import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CreateRequestDto,
  IssueRequestDto,
  ListRequestsDto,
  UpdateRequestDto,
  type RequestView,
} from '@kiemtra/shared/remediation';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { RemediationService } from './remediation.service.js';
import { RequestsService } from './requests.service.js';

@Controller('requests')
export class RequestsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly remediation: RemediationService,
  ) {}

  @Get()
  @Permit('remediation.read')
  list(@CurrentAccess() access: Access, @Query() { planId }: ListRequestsDto): Promise<RequestView[]> {
    return this.remediation.listRequests(access, planId);
  }

  @Post()
  @Permit('remediation.request')
  async create(@CurrentAccess() access: Access, @Body() body: CreateRequestDto): Promise<RequestView> {
    await this.requests.create(access, body);
    return this.remediation.getRequest(access, body.id);
  }

  @Get(':requestId')
  @Permit('remediation.read')
  get(@CurrentAccess() access: Access, @Param('requestId') requestId: string): Promise<RequestView> {
    return this.remediation.getRequest(access, requestId);
  }

  @Patch(':requestId')
  @Permit('remediation.request')
  async update(
    @CurrentAccess() access: Access,
    @Param('requestId') requestId: string,
    @Body() body: UpdateRequestDto,
  ): Promise<RequestView> {
    await this.requests.update(access, requestId, body);
    return this.remediation.getRequest(access, requestId);
  }

  @Delete(':requestId')
  @HttpCode(204)
  @Permit('remediation.request')
  async remove(@CurrentAccess() access: Access, @Param('requestId') requestId: string): Promise<void> {
    await this.requests.remove(access, requestId);
  }

  @Post(':requestId/issue')
  @HttpCode(200)
  @Permit('remediation.request')
  async issue(
    @CurrentAccess() access: Access,
    @Param('requestId') requestId: string,
    @Body() body: IssueRequestDto,
  ): Promise<RequestView> {
    await this.requests.issue(access, requestId, body);
    return this.remediation.getRequest(access, requestId);
  }
}
