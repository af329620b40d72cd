import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CreateDraftConclusionDto,
  DraftVersionDto,
  ListDraftConclusionsDto,
  SendExplanationsDto,
  SettleFindingDto,
  UpdateDraftConclusionDto,
  type DraftConclusionLineView,
  type DraftConclusionView,
} from '@kiemtra/shared/explanations';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { DraftsService } from './drafts.service.js';
import { ExplanationActsService } from './explanation-acts.service.js';
import { ExplanationsService } from './explanations.service.js';

@Controller('draft-conclusions')
export class ExplanationsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly acts: ExplanationActsService,
    private readonly explanations: ExplanationsService,
  ) {}

  @Get()
  @Permit('explanations.read')
  list(@CurrentAccess() access: Access, @Query() filter: ListDraftConclusionsDto): Promise<DraftConclusionLineView[]> {
    return this.explanations.list(access, filter);
  }

  @Post()
  @Permit('explanations.decide')
  async create(@CurrentAccess() access: Access, @Body() body: CreateDraftConclusionDto): Promise<DraftConclusionView> {
    await this.drafts.create(access, body);
    return this.explanations.get(access, body.id);
  }

  @Get(':draftId')
  @Permit('explanations.read')
  get(@CurrentAccess() access: Access, @Param('draftId') draftId: string): Promise<DraftConclusionView> {
    return this.explanations.get(access, draftId);
  }

  @Patch(':draftId')
  @Permit('explanations.decide')
  async update(
    @CurrentAccess() access: Access,
    @Param('draftId') draftId: string,
    @Body() body: UpdateDraftConclusionDto,
  ): Promise<DraftConclusionView> {
    await this.drafts.update(access, draftId, body);
    return this.explanations.get(access, draftId);
  }

  @Delete(':draftId')
  @HttpCode(204)
  @Permit('explanations.decide')
  async remove(@CurrentAccess() access: Access, @Param('draftId') draftId: string): Promise<void> {
    await this.drafts.remove(access, draftId);
  }

  @Post(':draftId/put')
  @HttpCode(200)
  @Permit('explanations.decide')
  async put(
    @CurrentAccess() access: Access,
    @Param('draftId') draftId: string,
    @Body() body: DraftVersionDto,
  ): Promise<DraftConclusionView> {
    await this.drafts.put(access, draftId, body);
    return this.explanations.get(access, draftId);
  }

  @Post(':draftId/explanations')
  @HttpCode(200)
  @Permit('explanations.answer')
  async send(
    @CurrentAccess() access: Access,
    @Param('draftId') draftId: string,
    @Body() body: SendExplanationsDto,
  ): Promise<DraftConclusionView> {
    await this.acts.send(access, draftId, body);
    return this.explanations.get(access, draftId);
  }

  @Post(':draftId/findings/:findingId/settle')
  @HttpCode(200)
  @Permit('explanations.decide')
  async settle(
    @CurrentAccess() access: Access,
    @Param('draftId') draftId: string,
    @Param('findingId') findingId: string,
    @Body() body: SettleFindingDto,
  ): Promise<DraftConclusionView> {
    await this.acts.settle(access, draftId, findingId, body);
    return this.explanations.get(access, draftId);
  }

  @Post(':draftId/close')
  @HttpCode(200)
  @Permit('explanations.decide')
  async close(
    @CurrentAccess() access: Access,
    @Param('draftId') draftId: string,
    @Body() body: DraftVersionDto,
  ): Promise<DraftConclusionView> {
    await this.drafts.close(access, draftId, body);
    return this.explanations.get(access, draftId);
  }
}
