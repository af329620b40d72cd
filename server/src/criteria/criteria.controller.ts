import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ImportCriteriaSetDto,
  ImportCriteriaVersionDto,
  type CriteriaSetView,
  type CriteriaVersionOptionView,
  type CriteriaVersionView,
} from '@kiemtra/shared/criteria';
import { Permit } from '../platform/http/route.js';
import { presentOption, presentSets, presentVersion } from './criteria.presenter.js';
import { CriteriaService } from './criteria.service.js';

@Controller()
export class CriteriaController {
  constructor(private readonly criteria: CriteriaService) {}

  @Get('criteria-sets')
  @Permit('criteria.read')
  async listSets(): Promise<CriteriaSetView[]> {
    return presentSets(await this.criteria.listVersions());
  }

  @Post('criteria-sets')
  @HttpCode(204)
  @Permit('criteria.manage')
  async importSet(@Body() body: ImportCriteriaSetDto): Promise<void> {
    await this.criteria.importSet(body);
  }

  @Post('criteria-sets/:setId/versions')
  @HttpCode(204)
  @Permit('criteria.manage')
  async importVersion(@Param('setId') setId: string, @Body() body: ImportCriteriaVersionDto): Promise<void> {
    await this.criteria.importVersion(setId, body);
  }

  @Get('criteria-versions')
  @Permit('criteria.read')
  async listPublished(): Promise<CriteriaVersionOptionView[]> {
    return (await this.criteria.listPublished()).map(presentOption);
  }

  @Get('criteria-versions/:versionId')
  @Permit('criteria.read')
  async getVersion(@Param('versionId') versionId: string): Promise<CriteriaVersionView> {
    return presentVersion(await this.criteria.getVersion(versionId));
  }

  @Post('criteria-versions/:versionId/publish')
  @HttpCode(204)
  @Permit('criteria.manage')
  async publish(@Param('versionId') versionId: string): Promise<void> {
    await this.criteria.publish(versionId);
  }

  @Delete('criteria-versions/:versionId')
  @HttpCode(204)
  @Permit('criteria.manage')
  async deleteDraft(@Param('versionId') versionId: string): Promise<void> {
    await this.criteria.deleteDraft(versionId);
  }
}
