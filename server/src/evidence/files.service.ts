import { Injectable } from '@nestjs/common';
import {
  FILE_MAX_BYTES,
  FILE_TYPES,
  evidenceAudit,
  evidenceProblems,
  isPicture,
  safeFileName,
} from '@kiemtra/shared/evidence';
import { Problem, isId, kernelProblems } from '@kiemtra/shared/kernel';
import { fileTypeFromFile } from 'file-type';
import type { ReadStream } from 'node:fs';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { BlobStore, BlobTooLarge, type ReceivedBlob } from '../platform/files/blob-store.js';
import type { Access } from '../platform/http/route.js';
import { EvidenceRepository } from './evidence.repository.js';
import type { FileEntity } from './file.entity.js';
import { EvidenceWorker } from './evidence-worker.js';
import { PicturesRepository, type StoredCopies, type StoredCopy } from './pictures.repository.js';

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

/** What is sent to a reader. */
export interface OpenFile {
  name: string;
  mediaType: string;
  size: number;
  bytes: ReadStream;
}

const COPY_TYPES: Record<keyof StoredCopies, string> = { thumbnail: 'image/webp', view: 'image/jpeg' };

@Injectable()
export class FilesService {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly pictures: PicturesRepository,
    private readonly worker: EvidenceWorker,
    private readonly blobs: BlobStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
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

  private async register(access: Access, arrived: Arrived): Promise<FileEntity> {
    const mediaType = await this.checkedType(arrived.blob);
    const existing = await this.evidence.findFile(arrived.id);
    if (!existing) return this.addOf(access, arrived, mediaType);
    if (existing.sha256 !== arrived.blob.sha256 || existing.uploadedBy !== access.accountId)
      throw new Problem(kernelProblems.idReused);
    return existing;
  }

  /**
   * Makes a file of bytes on disk under an id that has none: their type by what they are, their place by their hash; the row and
   * its line stand when the work ends.
   */
  async add(access: Access, arrived: Arrived): Promise<void> {
    await this.addOf(access, arrived, await this.checkedType(arrived.blob));
  }

  private async addOf({ accountId, provinceId }: Access, { id, name, blob }: Arrived, mediaType: string) {
    await this.blobs.keep(provinceId, blob);
    const { sha256, size } = blob;
    const file = { id, sha256, size, mediaType, name: safeFileName(name, mediaType), uploadedBy: accountId };
    this.evidence.addFile(file);
    if (isPicture(mediaType)) {
      this.pictures.add(id, this.clock.now());
      this.worker.wake(provinceId);
    }
    await this.audit.record(evidenceAudit.fileReceived, { kind: 'file', id }, { name: file.name, sha256 });
    return { ...file, provinceId, uploadedAt: new Date(0) };
  }

  /**
   * The file and its bytes; of a picture, whoever may not have the original gets the copy to look at. Not-found for absent,
   * not visible and damaged alike.
   */
  async openVisible(access: Access, id: string): Promise<OpenFile> {
    const found = await this.evidence.findVisibleFile(id, access);
    if (!found) throw new Problem(kernelProblems.notFound);
    const { file, mayHaveOriginal } = found;
    if (!mayHaveOriginal && isPicture(file.mediaType)) return this.openCopyOf(file, 'view');
    return this.open(file, file);
  }

  /** A copy of a picture that the caller may see. */
  async openCopy(access: Access, id: string, kind: keyof StoredCopies): Promise<OpenFile> {
    const found = await this.evidence.findVisibleFile(id, access);
    if (!found || !isPicture(found.file.mediaType)) throw new Problem(kernelProblems.notFound);
    return this.openCopyOf(found.file, kind);
  }

  private async openCopyOf(file: FileEntity, kind: keyof StoredCopies): Promise<OpenFile> {
    const copies = await this.pictures.findCopies(file.id);
    if (!copies) throw new Problem(evidenceProblems.pictureNotReady);
    const mediaType = COPY_TYPES[kind];
    const name = safeFileName(file.name.replace(/\.\w{1,5}$/, ''), mediaType);
    return this.open({ name, mediaType }, copies[kind]);
  }

  private async open(shown: { name: string; mediaType: string }, { sha256, size }: StoredCopy): Promise<OpenFile> {
    const bytes = await this.blobs.open(this.db.provinceId, sha256, size);
    if (!bytes) throw new Problem(kernelProblems.notFound);
    return { name: shown.name, mediaType: shown.mediaType, size, bytes };
  }

  private async checkedType(blob: ReceivedBlob): Promise<string> {
    if (blob.size === 0) throw new Problem(evidenceProblems.empty);
    const found = await fileTypeFromFile(blob.path).catch(() => undefined);
    if (!found || !FILE_TYPES[found.mime]) throw new Problem(evidenceProblems.wrongType);
    return found.mime;
  }
}
