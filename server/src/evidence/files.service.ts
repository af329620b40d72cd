import { Injectable } from '@nestjs/common';
import { FILE_MAX_BYTES, FILE_TYPES, evidenceAudit, evidenceProblems, safeFileName } from '@kiemtra/shared/evidence';
import { Problem, isId, kernelProblems } from '@kiemtra/shared/kernel';
import { fileTypeFromFile } from 'file-type';
import type { ReadStream } from 'node:fs';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { BlobStore, BlobTooLarge, type ReceivedBlob } from '../platform/files/blob-store.js';
import type { Access } from '../platform/http/route.js';
import { EvidenceRepository } from './evidence.repository.js';
import type { FileEntity } from './file.entity.js';

export interface Upload {
  id: string;
  name: string;
  /** SHA-256 the sender computed (base64), when it sent one. */
  digest: string | null;
  bytes: AsyncIterable<Uint8Array>;
}

/** A file whose bytes are on disk and have no row yet. */
interface Arrived {
  id: string;
  name: string;
  blob: ReceivedBlob;
}

@Injectable()
export class FilesService {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly blobs: BlobStore,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** Stores an upload under the id its sender minted: bytes safe before the row, row before the answer, the same twice is one. */
  async receive(access: Access, { id, name, digest, bytes }: Upload): Promise<FileEntity> {
    if (!isId(id)) throw new Problem(kernelProblems.notFound);
    const blob = await this.blobs.receive(bytes, FILE_MAX_BYTES).catch((error: unknown) => {
      throw error instanceof BlobTooLarge ? new Problem(evidenceProblems.tooLarge) : error;
    });
    try {
      if (digest !== null && Buffer.from(digest, 'base64').toString('hex') !== blob.sha256)
        throw new Problem(evidenceProblems.digestMismatch);
      return await this.register(access, { id, name, blob });
    } finally {
      await this.blobs.discard(blob);
    }
  }

  /** Makes a file of bytes on disk: their type by what they are, their place by their hash, then the row and its line. */
  async register({ accountId, provinceId }: Access, { id, name, blob }: Arrived): Promise<FileEntity> {
    const mediaType = await this.checkedType(blob);
    const existing = await this.evidence.findFile(id);
    if (existing) {
      if (existing.sha256 !== blob.sha256 || existing.uploadedBy !== accountId)
        throw new Problem(kernelProblems.idReused);
      return existing;
    }
    await this.blobs.keep(provinceId, blob);
    const { sha256, size } = blob;
    const file = { id, sha256, size, mediaType, name: safeFileName(name, mediaType), uploadedBy: accountId };
    await this.evidence.addFile(file);
    await this.audit.record(evidenceAudit.fileReceived, { kind: 'file', id }, { name: file.name, sha256 });
    return { ...file, provinceId, uploadedAt: new Date(0) };
  }

  /** The file and its bytes; not-found for absent, not visible and damaged alike. */
  async openVisible(access: Access, id: string): Promise<{ file: FileEntity; bytes: ReadStream }> {
    const file = await this.evidence.findVisibleFile(id, access);
    const bytes = file ? await this.blobs.open(this.db.provinceId, file.sha256, file.size) : null;
    if (!file || !bytes) throw new Problem(kernelProblems.notFound);
    return { file, bytes };
  }

  private async checkedType(blob: ReceivedBlob): Promise<string> {
    if (blob.size === 0) throw new Problem(evidenceProblems.empty);
    const found = await fileTypeFromFile(blob.path).catch(() => undefined);
    if (!found || !FILE_TYPES[found.mime]) throw new Problem(evidenceProblems.wrongType);
    return found.mime;
  }
}
