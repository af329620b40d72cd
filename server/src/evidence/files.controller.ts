import { Controller, Get, HttpCode, Param, Put, Req, Res, StreamableFile } from '@nestjs/common';
import type { FileView } from '@kiemtra/shared/evidence';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import type { FileEntity } from './file.entity.js';
import { FilesService, type OpenFile } from './files.service.js';

@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  /** Body: the raw bytes (application/octet-stream); headers X-File-Name (percent-encoded) and, if known, Content-Digest. */
  @Put(':fileId')
  @HttpCode(200)
  @Permit('files.upload')
  async receive(
    @Param('fileId') id: string,
    @CurrentAccess() access: Access,
    @Req() request: FastifyRequest,
  ): Promise<FileView> {
    const { name, digest, bytes } = readUpload(request);
    return presentFile(await this.files.receive(access, { id, name, digest, bytes }));
  }

  @Get(':fileId')
  @Permit('files.read')
  async read(
    @Param('fileId') id: string,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(reply, await this.files.openVisible(access, id), 'attachment');
  }

  @Get(':fileId/thumbnail')
  @Permit('files.read')
  async readThumbnail(
    @Param('fileId') id: string,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(reply, await this.files.openCopy(access, id, 'thumbnail'), 'inline');
  }

  @Get(':fileId/view')
  @Permit('files.read')
  async readView(
    @Param('fileId') id: string,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(reply, await this.files.openCopy(access, id, 'view'), 'inline');
  }
}

/** Bytes that are what they are called and cannot run. Only what the server drew itself is shown in place. */
function sent(
  reply: FastifyReply,
  { name, mediaType: type, size: length, bytes }: OpenFile,
  how: 'attachment' | 'inline',
): StreamableFile {
  void reply
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff');
  return new StreamableFile(bytes, {
    type,
    length,
    disposition: `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

function readUpload(request: FastifyRequest): {
  name: string;
  digest: string | null;
  bytes: AsyncIterable<Uint8Array>;
} {
  const { body, headers } = request;
  if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body))
    throw new Problem(kernelProblems.malformed);
  const digest = /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(String(headers['content-digest'] ?? ''))?.[1] ?? null;
  return { name: decodedName(headers['x-file-name']), digest, bytes: body as AsyncIterable<Uint8Array> };
}

function decodedName(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch {
    throw new Problem(kernelProblems.malformed);
  }
}

function presentFile({ id, name, mediaType, size, sha256 }: FileEntity): FileView {
  return { id, name, mediaType, size, sha256 };
}
