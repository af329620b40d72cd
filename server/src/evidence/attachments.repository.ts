import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** What a file proves: a finding, an entry of a remedy thread, or an explanation of a finding. */
export type Proven = { findingId: string } | { remedyEntryId: string } | { explanationId: string };

export interface AttachmentRow {
  id: string;
  finding_id: string | null;
  remedy_entry_id: string | null;
  explanation_id: string | null;
  sha256: string;
  size: number;
  media_type: string;
  name: string;
  caption: string | null;
  added_by: string;
  added_by_name: string;
  added_at: Date;
}

const SELECT = `
  select e.id, e.finding_id, e.remedy_entry_id, e.explanation_id, e.sha256, e.size, e.media_type, e.name, e.caption, e.added_by,
         a.display_name as added_by_name, e.added_at
  from evidence e join account a on a.id = e.added_by`;

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly db: Database) {}

  find(id: string): Promise<AttachmentRow | null> {
    return this.db.one<AttachmentRow>(`${SELECT} where e.id = $1 and e.removed_at is null`, [id]);
  }

  listOfFindings(ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.db.query<AttachmentRow>(
      `${SELECT} where e.finding_id = any($1) and e.removed_at is null order by e.added_at, e.id`,
      [ids],
    );
  }

  listOfEntries(ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.db.query<AttachmentRow>(
      `${SELECT} where e.remedy_entry_id = any($1) and e.removed_at is null order by e.added_at, e.id`,
      [ids],
    );
  }

  listOfExplanations(ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.db.query<AttachmentRow>(
      `${SELECT} where e.explanation_id = any($1) and e.removed_at is null order by e.added_at, e.id`,
      [ids],
    );
  }

  /** Ties a file that the account uploaded to what it proves; false when there is no such file. */
  async insert(proven: Proven, file: { id: string; caption: string | null }, accountId: string): Promise<boolean> {
    const rows = await this.db.query(
      `insert into evidence (province_id, id, finding_id, remedy_entry_id, explanation_id, sha256, size, media_type, name, caption, added_by)
       select f.province_id, f.id, $2, $3, $4, f.sha256, f.size, f.media_type, f.name, $5, f.uploaded_by
       from file f where f.id = $1 and f.uploaded_by = $6 returning id`,
      [
        file.id,
        'findingId' in proven ? proven.findingId : null,
        'remedyEntryId' in proven ? proven.remedyEntryId : null,
        'explanationId' in proven ? proven.explanationId : null,
        file.caption,
        accountId,
      ],
    );
    return rows.length > 0;
  }

  async markRemoved(id: string): Promise<void> {
    await this.db.query('update evidence set removed_at = now() where id = $1', [id]);
  }

  async deleteOfFinding(findingId: string): Promise<void> {
    await this.db.query('delete from evidence where finding_id = $1', [findingId]);
  }
}
