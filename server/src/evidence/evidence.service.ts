import { Injectable } from '@nestjs/common';
import { evidenceProblems, type EvidenceView } from '@kiemtra/shared/evidence';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { Access } from '../platform/http/route.js';
import { AttachmentsRepository, type AttachmentRow, type Proven } from './attachments.repository.js';

/** A file to attach, and the field it came in, for what is said about it. */
export interface Attached {
  id: string;
  caption?: string | null;
  path: string;
}

/** Files as proof of findings, remedy reports and explanations. Who may see or change those is their own feature's matter. */
@Injectable()
export class EvidenceService {
  constructor(private readonly attachments: AttachmentsRepository) {}

  /** Ties files that the caller uploaded to what they prove; the same again changes nothing. */
  async attach(access: Access, proven: Proven, files: readonly Attached[]): Promise<void> {
    const faults = new Faults();
    for (const { id, caption, path } of files) {
      const existing = await this.attachments.find(id);
      if (existing) {
        if (!proves(existing, proven)) throw new Problem(kernelProblems.idReused);
        continue;
      }
      const file = { id, caption: caption || null };
      if (!(await this.attachments.insert(proven, file, access.accountId))) {
        faults.add(evidenceProblems.notUploaded, path);
      }
    }
    faults.refuse();
  }

  async listOfFinding(findingId: string): Promise<EvidenceView[]> {
    return (await this.attachments.listOfFindings([findingId])).map(presentAttachment);
  }

  /** Files by the entry of the thread they came with. */
  async listOfEntries(entryIds: readonly string[]): Promise<Map<string, EvidenceView[]>> {
    const rows = await this.attachments.listOfEntries(entryIds);
    return new Map(entryIds.map((id) => [id, rows.filter((row) => row.remedy_entry_id === id).map(presentAttachment)]));
  }

  /** Files by the explanation they came with. */
  async listOfExplanations(ids: readonly string[]): Promise<Map<string, EvidenceView[]>> {
    const rows = await this.attachments.listOfExplanations(ids);
    return new Map(ids.map((id) => [id, rows.filter((row) => row.explanation_id === id).map(presentAttachment)]));
  }

  /** Takes a file off a finding; gives its name. */
  async removeFromFinding(findingId: string, id: string): Promise<string> {
    const row = await this.attachments.find(id);
    if (!row || row.finding_id !== findingId) throw new Problem(kernelProblems.notFound);
    await this.attachments.markRemoved(id);
    return row.name;
  }

  /** Before a finding is deleted. */
  async discardOfFinding(findingId: string): Promise<void> {
    await this.attachments.deleteOfFinding(findingId);
  }
}

function proves(row: AttachmentRow, proven: Proven): boolean {
  if ('findingId' in proven) return row.finding_id === proven.findingId;
  if ('remedyEntryId' in proven) return row.remedy_entry_id === proven.remedyEntryId;
  return row.explanation_id === proven.explanationId;
}

function presentAttachment(row: AttachmentRow): EvidenceView {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    caption: row.caption,
    isReceived: true,
    addedBy: row.added_by_name,
    addedAt: row.added_at.toISOString(),
  };
}
