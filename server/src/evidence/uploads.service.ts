import { Injectable } from '@nestjs/common';
import {
  EVIDENCE_QUOTAS,
  UPLOAD_KEEP_MS,
  evidenceAudit,
  evidenceProblems,
  isFileSize,
  overQuota,
  type PromisedFile,
} from '@kiemtra/shared/evidence';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { PartialFiles } from '../platform/files/partial-files.js';
import type { Access } from '../platform/http/route.js';
import { EvidenceRepository } from './evidence.repository.js';
import { FilesService } from './files.service.js';
import { UploadsRepository, type UploadRow } from './uploads.repository.js';

/** How far an upload has come. */
export interface UploadState {
  id: string;
  offset: number;
  size: number;
  expiresAt: Date;
  /** Hash of the file once bytes and row are safe. */
  received: string | null;
}

/**
 * Files that come in pieces. An upload is a promise (row) and the pieces on disk; it ends as a file like any other. Whoever
 * did not make the promise finds nothing.
 */
@Injectable()
export class UploadsService {
  constructor(
    private readonly uploads: UploadsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly files: FilesService,
    private readonly partials: PartialFiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Takes a promise; the same again gives where it stands. */
  async create({ accountId, provinceId }: Access, promised: PromisedFile): Promise<UploadState> {
    if (!isFileSize(promised.size)) throw new Problem(evidenceProblems.tooLarge);
    await this.uploads.hold(promised.id);
    const known = (await this.evidence.findFile(promised.id)) ?? (await this.findPromise(promised.id));
    if (known && (known.uploadedBy !== accountId || known.sha256 !== promised.sha256 || known.size !== promised.size))
      throw new Problem(kernelProblems.idReused);
    if (!known) {
      await this.refuseTooMuch(accountId, promised);
      // The row is its own record; the file that comes of it leaves the line.
      this.db.scope.keepsOwnRecord = true;
      await this.uploads.insert(promised, accountId, this.clock.now());
    }
    await this.dropExpired(promised.id);
    await this.partials.touch(provinceId, promised.id);
    return this.stateOf(accountId, promised.id);
  }

  /** Where the upload stands; asking keeps it for another week. */
  async renew({ accountId, provinceId }: Access, id: string): Promise<UploadState> {
    const state = await this.stateOf(accountId, id);
    if (state.received !== null) return state;
    await this.partials.touch(provinceId, id);
    return { ...state, expiresAt: this.expiryFrom(this.clock.now()) };
  }

  /** Adds a piece; with the last one the upload becomes a file. */
  async append(access: Access, id: string, { offset, piece }: { offset: number; piece: Buffer }): Promise<UploadState> {
    const { accountId, provinceId } = access;
    await this.uploads.hold(id);
    const before = await this.stateOf(accountId, id);
    if (offset !== before.offset) throw new Problem(evidenceProblems.offsetMismatch, { offset: before.offset });
    if (before.offset + piece.length > before.size) throw new Problem(kernelProblems.malformed);
    if (before.received !== null) return before;
    await this.partials.append(provinceId, id, piece);
    if (before.offset + piece.length === before.size) await this.finish(access, id);
    return this.stateOf(accountId, id);
  }

  /** Takes the promise back. */
  async drop({ accountId, provinceId }: Access, id: string): Promise<void> {
    await this.uploads.hold(id);
    const upload = await this.uploads.find(id);
    if (upload?.uploaded_by !== accountId) throw new Problem(kernelProblems.notFound);
    await this.uploads.delete(id);
    await this.audit.record(evidenceAudit.uploadDropped, { kind: 'file', id }, { name: upload.name });
    await this.partials.drop(provinceId, id);
  }

  private async finish(access: Access, id: string): Promise<void> {
    const promise = await this.uploads.find(id);
    if (!promise) throw new Problem(kernelProblems.notFound);
    const blob = await this.partials.seal(access.provinceId, id);
    try {
      if (blob.sha256 !== promise.sha256 || blob.size !== promise.size) throw new Problem(evidenceProblems.fileDamaged);
      await this.files.register(access, { id, name: promise.name, blob });
    } catch (error) {
      // These bytes will never be the file; after any other failure they are tried again.
      if (error instanceof Problem) await this.partials.drop(access.provinceId, id);
      throw error;
    }
    await this.uploads.delete(id);
  }

  private async stateOf(accountId: string, id: string): Promise<UploadState> {
    const file = await this.evidence.findFile(id);
    if (file?.uploadedBy === accountId) {
      const expiresAt = this.expiryFrom(file.uploadedAt);
      return { id, offset: file.size, size: file.size, expiresAt, received: file.sha256 };
    }
    const upload = file ? null : await this.uploads.find(id);
    if (upload?.uploaded_by !== accountId) throw new Problem(kernelProblems.notFound);
    return this.openState(upload);
  }

  private async openState({ id, size, created_at: createdAt }: UploadRow): Promise<UploadState> {
    const held = await this.partials.find(this.db.provinceId, id);
    const expiresAt = this.expiryFrom(held?.touchedAt ?? createdAt);
    if (expiresAt < this.clock.now()) throw new Problem(kernelProblems.notFound);
    return { id, offset: held?.size ?? 0, size, expiresAt, received: null };
  }

  /** Pieces nobody asked for in a week are as good as gone; the same promise begins anew. */
  private async dropExpired(id: string): Promise<void> {
    const held = await this.partials.find(this.db.provinceId, id);
    if (held && this.expiryFrom(held.touchedAt) < this.clock.now()) await this.partials.drop(this.db.provinceId, id);
  }

  private expiryFrom(moment: Date): Date {
    return new Date(moment.getTime() + UPLOAD_KEEP_MS);
  }

  private async findPromise(id: string): Promise<{ uploadedBy: string; sha256: string; size: number } | null> {
    const upload = await this.uploads.find(id);
    return upload && { uploadedBy: upload.uploaded_by, sha256: upload.sha256, size: upload.size };
  }

  private async refuseTooMuch(accountId: string, { id, sha256, size }: PromisedFile): Promise<void> {
    const announced = await this.uploads.findAnnounced(id);
    if (announced && (announced.added_by !== accountId || announced.sha256 !== sha256))
      throw new Problem(kernelProblems.idReused);
    const reason = announced?.load ? overQuota(announced.load, size) : null;
    if (reason) throw new Problem(evidenceProblems.overQuota, reason);
    if (!announced && (await this.uploads.countUnannounced(accountId)) + size > EVIDENCE_QUOTAS.unannounced)
      throw new Problem(kernelProblems.tooMany);
  }
}
