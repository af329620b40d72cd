import { createHash } from 'node:crypto';
import { Controller, Delete, Head, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  CHUNK_MAX_BYTES,
  TUS_VERSION,
  UPLOADS_PATH,
  evidenceProblems,
  readUploadMetadata,
  writeReprDigest,
  type PromisedFile,
} from '@kiemtra/shared/evidence';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { UploadsService, type UploadState } from './uploads.service.js';

/** Requests and answers: `upload.contract` of shared/evidence. */
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @HttpCode(201)
  @Permit('files.upload')
  async create(
    @CurrentAccess() access: Access,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const state = await this.uploads.create(access, readPromise(request, reply, access));
    tell(reply, state).header('location', `${UPLOADS_PATH}/${state.id}`);
  }

  @Head(':uploadId')
  @Permit('files.resume')
  async renew(
    @CurrentAccess() access: Access,
    @Param('uploadId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request, reply, access);
    tell(reply, await this.uploads.renew(access, id)).header('cache-control', 'no-store');
  }

  @Patch(':uploadId')
  @HttpCode(204)
  @Permit('files.resume')
  async append(
    @CurrentAccess() access: Access,
    @Param('uploadId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request, reply, access);
    const offset = wholeOf(request.headers['upload-offset']);
    // Read as a whole before the database is asked for anything: a slow line holds no connection.
    const piece = await readPiece(request);
    tell(reply, await this.uploads.append(access, id, { offset, piece }));
  }

  @Delete(':uploadId')
  @HttpCode(204)
  @Permit('files.resume')
  async drop(
    @CurrentAccess() access: Access,
    @Param('uploadId') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    requireTus(request, reply, access);
    await this.uploads.drop(access, id);
  }
}

/** The right protocol, and the account whose device it is: a session of another one must not send in its name. */
function requireTus({ headers }: FastifyRequest, reply: FastifyReply, { accountId }: Access): void {
  void reply.header('tus-resumable', TUS_VERSION);
  if ((headers['x-sync-account'] ?? accountId) !== accountId) throw new Problem(kernelProblems.unauthenticated);
  if (headers['tus-resumable'] === TUS_VERSION) return;
  void reply.header('tus-version', TUS_VERSION);
  throw new Problem(evidenceProblems.tusVersion);
}

function readPromise(request: FastifyRequest, reply: FastifyReply, access: Access): PromisedFile {
  requireTus(request, reply, access);
  const promised = readUploadMetadata(String(request.headers['upload-metadata'] ?? ''));
  if (!promised || wholeOf(request.headers['upload-length']) !== promised.size)
    throw new Problem(kernelProblems.malformed);
  return promised;
}

function wholeOf(header: string | string[] | undefined): number {
  if (typeof header !== 'string' || !/^\d{1,10}$/.test(header)) throw new Problem(kernelProblems.malformed);
  return Number(header);
}

const ALGORITHMS = ['sha256', 'sha1'];

/** The bytes of one piece, which must be what their checksum says. */
async function readPiece({ body, headers }: FastifyRequest): Promise<Buffer> {
  const [algorithm = '', sum = ''] = String(headers['upload-checksum'] ?? '').split(' ');
  const isStream = typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
  const isOffsetStream = headers['content-type'] === 'application/offset+octet-stream';
  if (!isStream || !isOffsetStream || !ALGORITHMS.includes(algorithm)) throw new Problem(kernelProblems.malformed);
  const length = headers['content-length'] === undefined ? CHUNK_MAX_BYTES : wholeOf(headers['content-length']);
  if (length > CHUNK_MAX_BYTES) throw new Problem(kernelProblems.tooLarge);
  const bytes = Buffer.allocUnsafe(length);
  const hash = createHash(algorithm);
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    if (size + part.length > length) throw new Problem(kernelProblems.tooLarge);
    bytes.set(part, size);
    hash.update(part);
    size += part.length;
  }
  if (hash.digest('base64') !== sum) throw new Problem(evidenceProblems.chunkDamaged);
  return bytes.subarray(0, size);
}

function tell(reply: FastifyReply, { offset, size, expiresAt, received }: UploadState): FastifyReply {
  void reply.header('upload-offset', String(offset)).header('upload-length', String(size));
  return received === null
    ? reply.header('upload-expires', expiresAt.toUTCString())
    : reply.header('repr-digest', writeReprDigest(received));
}
