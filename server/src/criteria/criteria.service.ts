import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  canVersion,
  checkSameSet,
  communeIndex2026,
  criteriaAudit,
  criteriaProblems,
  onSiteChecklist,
  readVersion,
  sizeOf,
  type ImportCriteriaSetDto,
  type ImportCriteriaVersionDto,
  type VersionAction,
  type VersionContent,
} from '@kiemtra/shared/criteria';
import { Problem, kernelProblems, newId, type Violation } from '@kiemtra/shared/kernel';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import type { CriteriaVersion, VersionHead } from './criteria-version.js';
import { CriteriaRepository } from './criteria.repository.js';
import { PublishedVersions } from './published-versions.js';

export type { CriteriaVersion } from './criteria-version.js';

const SAMPLES = { communeIndex2026, onSiteChecklist };

@Injectable()
export class CriteriaService {
  constructor(
    private readonly criteria: CriteriaRepository,
    private readonly published: PublishedVersions,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** All versions of all sets, without their criteria, newest first. */
  listVersions(): Promise<VersionHead[]> {
    return this.criteria.listHeads();
  }

  /** The versions that can be chosen for a plan, newest first. */
  async listPublished(): Promise<VersionHead[]> {
    const heads = await this.criteria.listHeads();
    return heads.filter(({ state }) => canVersion(state, 'pin'));
  }

  /** The version with its whole content. A published one is read from the database once and then costs no query. */
  async getVersion(versionId: string): Promise<CriteriaVersion> {
    const { provinceId } = this.db;
    const kept = this.published.find(provinceId, versionId);
    if (kept) return kept;
    const head = await this.criteria.findHead(versionId);
    if (!head) throw new Problem(kernelProblems.notFound);
    const version = await this.withCriteria(head);
    if (head.isSettled) this.published.keep(provinceId, version);
    return version;
  }

  /** Imports a set with its first version, as a draft. Sending the same again changes nothing. */
  async importSet({ id, versionId, content }: ImportCriteriaSetDto): Promise<void> {
    const version = readContent(content);
    if (await this.isImported(versionId, id, version)) return;
    if (await this.criteria.setExists(id)) throw new Problem(kernelProblems.idReused);
    await this.addSet({ id: versionId, setId: id, number: 1 }, version);
  }

  /** Imports a further version of a set, as a draft. Sending the same again changes nothing. */
  async importVersion(setId: string, { id, content }: ImportCriteriaVersionDto): Promise<void> {
    const version = readContent(content);
    if (await this.isImported(id, setId, version)) return;
    const set = await this.criteria.lockSet(setId);
    if (!set) throw new Problem(kernelProblems.notFound);
    const differences = checkSameSet(set, version);
    if (differences.length > 0) throw contentProblem(differences);
    const number = await this.criteria.nextNumber(setId);
    await this.criteria.insertVersion({ id, setId, number }, version);
    const { criteriaCount: count } = sizeOf(version.criteria);
    await this.audit.record(criteriaAudit.versionImported, subject(setId), { name: set.name, number, count });
  }

  /** Makes a draft binding: from now on it can be chosen for plans and never changes. */
  async publish(versionId: string): Promise<void> {
    const head = await this.lockFor(versionId, 'publish');
    await this.criteria.publish(versionId);
    await this.audit.record(criteriaAudit.published, subject(head.setId), { name: head.name, number: head.number });
  }

  /** Removes a draft, and the set with its only version. */
  async deleteDraft(versionId: string): Promise<void> {
    const head = await this.lockFor(versionId, 'delete');
    await this.criteria.deleteVersion(head);
    await this.audit.record(criteriaAudit.deleted, subject(head.setId), { name: head.name, number: head.number });
  }

  /** The id of the newest published version of a sample, which is added to the province unless it is there already. */
  async addSample(which: keyof typeof SAMPLES): Promise<string> {
    const version = readContent(SAMPLES[which]);
    const known = (await this.listPublished()).find(({ name, isSample }) => isSample && name === version.name);
    if (known) return known.id;
    const head = { id: newId(), setId: newId(), number: 1 };
    await this.addSet(head, version);
    await this.publish(head.id);
    return head.id;
  }

  private async addSet(head: { id: string; setId: string; number: number }, version: VersionContent): Promise<void> {
    await this.criteria.insertSet(head.setId, version);
    await this.criteria.insertVersion(head, version);
    const { criteriaCount: count } = sizeOf(version.criteria);
    await this.audit.record(criteriaAudit.imported, subject(head.setId), { name: version.name, count });
  }

  /** Whether this very version was imported before; another one under its id is a conflict. */
  private async isImported(id: string, setId: string, content: VersionContent): Promise<boolean> {
    const head = await this.criteria.findHead(id);
    if (!head) return false;
    const stored = await this.withCriteria(head);
    if (!isDeepStrictEqual(stored, { ...stored, setId, ...content })) throw new Problem(kernelProblems.idReused);
    return true;
  }

  private async withCriteria(head: VersionHead): Promise<CriteriaVersion> {
    const { id, setId, number, state, publishedAt, name, purpose, isSample, settings } = head;
    const { audience, note, capped } = settings;
    const criteria = await this.criteria.listCriteria(id);
    return { id, setId, number, state, publishedAt, name, purpose, audience, isSample, note, capped, criteria };
  }

  private async lockFor(versionId: string, action: VersionAction): Promise<VersionHead> {
    const head = await this.criteria.lockHead(versionId);
    if (!head) throw new Problem(kernelProblems.notFound);
    if (!canVersion(head.state, action)) throw new Problem(criteriaProblems.notDraft);
    return head;
  }
}

function subject(setId: string) {
  return { kind: 'criteria_set', id: setId };
}

function readContent(json: unknown): VersionContent {
  const { value, violations } = readVersion(json);
  if (!value) throw contentProblem(violations);
  return value;
}

function contentProblem(violations: readonly Violation[]): Problem {
  const inBody = violations.map(({ path, ...rest }) => ({ path: path ? `content.${path}` : 'content', ...rest }));
  return new Problem(criteriaProblems.contentInvalid, undefined, inBody);
}
