import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { EvidenceView } from '@kiemtra/shared/evidence';
import {
  AddFindingEvidenceDto,
  CreateFindingDto,
  ListFindingsDto,
  UpdateFindingDto,
  type FindingView,
} from '@kiemtra/shared/findings';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { presentFinding } from './findings.presenter.js';
import { FindingsService } from './findings.service.js';

@Controller('findings')
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Get()
  @Permit('findings.read')
  async list(@CurrentAccess() access: Access, @Query() filter: ListFindingsDto): Promise<FindingView[]> {
    return (await this.findings.list(access, filter)).map(presentFinding);
  }

  @Post()
  @Permit('findings.write')
  async create(@CurrentAccess() access: Access, @Body() body: CreateFindingDto): Promise<FindingView> {
    return presentFinding(await this.findings.create(access, body));
  }

  @Get(':findingId')
  @Permit('findings.read')
  async get(@CurrentAccess() access: Access, @Param('findingId') findingId: string): Promise<FindingView> {
    return presentFinding(await this.findings.get(access, findingId));
  }

  @Patch(':findingId')
  @Permit('findings.write')
  async update(
    @CurrentAccess() access: Access,
    @Param('findingId') findingId: string,
    @Body() body: UpdateFindingDto,
  ): Promise<FindingView> {
    return presentFinding(await this.findings.update(access, findingId, body));
  }

  @Delete(':findingId')
  @HttpCode(204)
  @Permit('findings.write')
  async remove(@CurrentAccess() access: Access, @Param('findingId') findingId: string): Promise<void> {
    await this.findings.remove(access, findingId);
  }

  @Get(':findingId/evidence')
  @Permit('findings.read')
  listEvidence(@CurrentAccess() access: Access, @Param('findingId') findingId: string): Promise<EvidenceView[]> {
    return this.findings.listEvidence(access, findingId);
  }

  @Post(':findingId/evidence')
  @Permit('findings.write')
  addEvidence(
    @CurrentAccess() access: Access,
    @Param('findingId') findingId: string,
    @Body() body: AddFindingEvidenceDto,
  ): Promise<EvidenceView[]> {
    return this.findings.addEvidence(access, findingId, body);
  }

  @Delete(':findingId/evidence/:evidenceId')
  @HttpCode(204)
  @Permit('findings.write')
  async removeEvidence(
    @CurrentAccess() access: Access,
    @Param('findingId') findingId: string,
    @Param('evidenceId') evidenceId: string,
  ): Promise<void> {
    await this.findings.removeEvidence(access, findingId, evidenceId);
  }
}
