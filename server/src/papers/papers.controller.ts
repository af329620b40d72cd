import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { DOCX_MEDIA_TYPE, paperDocx } from '@kiemtra/shared/docx';
import type { PaperDocument } from '@kiemtra/shared/documents';
import { PaperDto, type PaperKindView } from '@kiemtra/shared/papers';
import { attachment } from '../platform/http/attachment.js';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { PapersService } from './papers.service.js';

@Controller('plans/:planId/papers')
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  /** Which papers the campaign has, each with what it still lacks. */
  @Get()
  @Permit('documents.export')
  list(@Param('planId') planId: string, @CurrentAccess() access: Access): Promise<PaperKindView[]> {
    return this.papers.list(access, planId);
  }

  @Get(':kind.docx')
  @Permit('documents.export')
  async file(
    @Param('planId') planId: string,
    @Param('kind') kind: string,
    @Query() query: PaperDto,
    @CurrentAccess() access: Access,
  ): Promise<StreamableFile> {
    const { paper, fileName } = await this.papers.get(access, planId, kind, query);
    const file = new Uint8Array(await paperDocx(paper));
    return new StreamableFile(file, { type: DOCX_MEDIA_TYPE, disposition: attachment(fileName) });
  }

  /** The same paper for the screen. */
  @Get(':kind')
  @Permit('documents.export')
  async preview(
    @Param('planId') planId: string,
    @Param('kind') kind: string,
    @Query() query: PaperDto,
    @CurrentAccess() access: Access,
  ): Promise<PaperDocument> {
    return (await this.papers.get(access, planId, kind, query)).paper;
  }
}
