import { PassThrough } from 'node:stream';
import { Controller, Get, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { DOCX_MEDIA_TYPE, paperDocx } from '@kiemtra/shared/docx';
import { ExportDto, LetterDto, type PaperDocument } from '@kiemtra/shared/documents';
import type { FastifyRequest } from 'fastify';
import { attachment } from '../platform/http/attachment.js';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { DocumentsService, type NamedWorkbook } from './documents.service.js';
import { XLSX_MEDIA_TYPE, writeWorkbook } from './xlsx/workbook.js';

@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get('plans/:planId/findings.xlsx')
  @Permit('documents.export')
  async findings(
    @Param('planId') planId: string,
    @Query() query: ExportDto,
    @CurrentAccess() access: Access,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return workbook(await this.documents.findingsWorkbook(access, planId, query), request);
  }

  @Get('plans/:planId/scores.xlsx')
  @Permit('documents.export')
  async scores(
    @Param('planId') planId: string,
    @Query() query: ExportDto,
    @CurrentAccess() access: Access,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return workbook(await this.documents.scoresWorkbook(access, planId, query), request);
  }

  @Get('request-recipients/:recipientId/letter.docx')
  @Permit('documents.export')
  async letter(
    @Param('recipientId') id: string,
    @Query() query: LetterDto,
    @CurrentAccess() access: Access,
  ): Promise<StreamableFile> {
    const { paper, fileName } = await this.documents.letter(access, id, query);
    const file = new Uint8Array(await paperDocx(paper));
    return new StreamableFile(file, { type: DOCX_MEDIA_TYPE, disposition: attachment(fileName('docx')) });
  }

  /** What sets PDF takes memory, and is loaded when the first one is asked for. */
  @Get('request-recipients/:recipientId/letter.pdf')
  @Permit('documents.export')
  async letterPdf(
    @Param('recipientId') id: string,
    @Query() query: LetterDto,
    @CurrentAccess() access: Access,
  ): Promise<StreamableFile> {
    const { paper, fileName } = await this.documents.letter(access, id, query);
    const { paperPdf } = await import('./pdf/paper-pdf.js');
    const file = await paperPdf(paper);
    return new StreamableFile(file, { type: 'application/pdf', disposition: attachment(fileName('pdf')) });
  }

  /** The same letter for the screen. */
  @Get('request-recipients/:recipientId/letter')
  @Permit('documents.export')
  async letterPreview(
    @Param('recipientId') id: string,
    @Query() query: LetterDto,
    @CurrentAccess() access: Access,
  ): Promise<PaperDocument> {
    return (await this.documents.letter(access, id, query)).paper;
  }
}

/** The workbook leaves row by row; a failure on the way breaks the download instead of ending it well. */
function workbook({ name, sheets }: NamedWorkbook, request: FastifyRequest): StreamableFile {
  const stream = new PassThrough();
  writeWorkbook(sheets, stream).catch((error: unknown) => request.log.error({ err: error }, 'export broke off'));
  return new StreamableFile(stream, { type: XLSX_MEDIA_TYPE, disposition: attachment(name) });
}
