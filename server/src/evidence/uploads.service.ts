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
import { PartialFiles, type Held } from '../platform/files/partial-files.js';
import type { Access } from '../platform/http/route.js';
import { FilesService } from './files.service.js';
import { UploadsRepository, type StandingRow } from './uploads.repository.js';

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
    private readonly files: FilesService,
    private readonly partials: PartialFiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Takes a promise; the same again gives where it stands. */
  async create({ accountId, provinceId }: Access, promised: PromisedFile): Promise<UploadState> {
    const { id, sha256, size } = promised;
    if (!isFileSize(size)) throw new Problem(evidenceProblems.tooLarge);
    const known = await this.uploads.hold(id);
    if (known && (known.uploaded_by !== accountId || known.sha256 !== sha256 || known.size !== size))
      throw new Problem(kernelProblems.idReused);
    if (known?.is_received) return this.receivedState(known);
    const now = this.clock.now();
    if (!known) {
      await this.refuseTooMuch(accountId, promised);
      // The row is its own record; the file that comes of it leaves the line.
      this.db.scope.keepsOwnRecord = true;
      this.uploads.add(promised, accountId, now);
    }
    const held = await this.findHeld(provinceId, id);
    await this.partials.touch(provinceId, id);
    return { id, offset: held?.size ?? 0, size, expiresAt: this.expiryFrom(now), received: null };
  }

  /** Where the upload stands; asking keeps it for another week. */
  async renew(access: Access, id: string): Promise<UploadState> {
    const state = await this.stateOf(access, await this.uploads.find(id));
    if (state.received !== null) return state;
    await this.partials.touch(access.provinceId, id);
    return { ...state, expiresAt: this.expiryFrom(this.clock.now()) };
  }

  /** Adds a piece; with the last one the upload becomes a file. */
  async append(access: Access, id: string, { offset, piece }: { offset: number; piece: Buffer }): Promise<UploadState> {
    const standing = await this.uploads.hold(id);
    const before = await this.stateOf(access, standing);
    if (offset !== before.offset) throw new Problem(evidenceProblems.offsetMismatch, { offset: before.offset });
    const end = offset + piece.length;
    if (end > before.size || !standing) throw new Problem(kernelProblems.malformed);
    if (before.received !== null) return before;
    if (end === before.size) return this.finish(access, standing, piece);
    await this.partials.append(access.provinceId, id, piece);
    return { ...before, offset: end, expiresAt: this.expiryFrom(this.clock.now()) };
  }

  /** Takes the promise back. */
  async drop({ accountId, provinceId }: Access, id: string): Promise<void> {
    const standing = await this.uploads.hold(id);
    if (standing?.uploaded_by !== accountId || standing.is_received) throw new Problem(kernelProblems.notFound);
    this.uploads.end(id);
    await this.audit.record(evidenceAudit.uploadDropped, { kind: 'file', id }, { name: standing.name });
    await this.partials.drop(provinceId, id);
  }

  private async finish(access: Access, promise: StandingRow, piece: Buffer): Promise<UploadState> {
    const { id, name, sha256, size } = promise;
    const blob = await this.partials.seal(access.provinceId, id, piece);
    try {
      if (blob.sha256 !== sha256 || blob.size !== size) throw new Problem(evidenceProblems.fileDamaged);
      await this.files.add(access, { id, name, blob });
    } catch (error) {
      // These bytes will never be the file; after any other failure they are tried again.
      if (error instanceof Problem) await this.partials.drop(access.provinceId, id);
      throw error;
    }
    this.uploads.end(id);
    return this.receivedState(promise);
  }

  private async stateOf({ accountId, provinceId }: Access, standing: StandingRow | null): Promise<UploadState> {
    if (standing?.uploaded_by !== accountId) throw new Problem(kernelProblems.notFound);
    if (standing.is_received) return this.receivedState(standing);
    const { id, size, since } = standing;
    const held = await this.partials.find(provinceId, id);
    const expiresAt = this.expiryFrom(held?.touchedAt ?? since);
    if (expiresAt < this.clock.now()) throw new Problem(kernelProblems.notFound);
    return { id, offset: held?.size ?? 0, size, expiresAt, received: null };
  }

  private receivedState({ id, size, sha256, since }: StandingRow): UploadState {
    return { id, offset: size, size, expiresAt: this.expiryFrom(since), received: sha256 };
  }

  /** Pieces nobody asked for in a week are as good as gone; the same promise begins anew. */
  private async findHeld(provinceId: string, id: string): Promise<Held | null> {
    const held = await this.partials.find(provinceId, id);
    if (!held || this.expiryFrom(held.touchedAt) >= this.clock.now()) return held;
    await this.partials.drop(provinceId, id);
    return null;
  }

  private expiryFrom(moment: Date): Date {
    return new Date(moment.getTime() + UPLOAD_KEEP_MS);
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
