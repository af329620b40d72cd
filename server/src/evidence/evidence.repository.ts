import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';
import type { Access } from '../platform/http/route.js';
import { FileEntity } from './file.entity.js';

/**
 * Which files an access sees, as `e` of evidence and `f` of file: its own uploads; unless they are kept from its body
 * everything (province), or what proves something in a plan of its teams (team, lead); what its unit sent or what proves a
 * finding that it was told (unit). $1 account, $2 reaches, $3 organization.
 */
const OF_DEPARTMENT = `('province' = any($2) and f.id not in (select kept_files()))`;

const ofTeam = (
  member: string,
) => `(('team' = any($2) or 'lead' = any($2)) and f.id not in (select kept_files()) and exists (
  select from evidence e
  left join assessment s on s.id = e.assessment_id
  left join plan_target t on t.id = s.target_id
  left join finding g on g.id = e.finding_id
  left join remedy_entry m on m.id = e.remedy_entry_id
  left join request_recipient r on r.id = m.recipient_id
  left join request q on q.id = r.request_id
  left join explanation n on n.id = e.explanation_id
  left join draft_conclusion d on d.id = n.draft_id
  join team on team.plan_id = coalesce(t.plan_id, g.plan_id, q.plan_id, d.plan_id)
  join team_member on team_member.team_id = team.id
  where e.id = f.id and e.removed_at is null and team_member.account_id = $1 and team_member.left_at is null and ${member}
))`;

const OF_UNIT = `('unit' = any($2) and exists (
  select from evidence e
  left join remedy_entry m on m.id = e.remedy_entry_id
  left join request_recipient r on r.id = m.recipient_id
  left join explanation n on n.id = e.explanation_id
  where e.id = f.id and e.removed_at is null and (
    (r.organization_id = $3 and r.state <> 'draft')
    or n.draft_id in (select drafts_told_to($3))
    or e.finding_id in (select findings_told_to($3))
  )
))`;

/** Somebody has drawn on it to hide something: it is for the head of the team and the department alone, whoever sent it. */
const IS_COVERED = `exists (
  select from evidence o
  join evidence d on d.derived_from = o.id and d.assessment_id = o.assessment_id and d.criterion_key = o.criterion_key
  where o.id = f.id
)`;

/** Null: not at all; else whether the bytes as they came, or only a copy to look at. */
const MAY_HAVE_ORIGINAL = `case
  when ${IS_COVERED} then nullif(${OF_DEPARTMENT} or ${ofTeam("team_member.role = 'lead'")}, false)
  when f.uploaded_by = $1 or ${OF_DEPARTMENT} or ${ofTeam('true')} then true
  when ${OF_UNIT} then false
end`;

const ADD_FILE = new Statement(
  'add-file',
  `insert into file (province_id, id, sha256, size, media_type, name, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7)`,
);

export interface VisibleFile {
  file: FileEntity;
  mayHaveOriginal: boolean;
}

@Injectable()
export class EvidenceRepository {
  constructor(private readonly db: Database) {}

  async findFile(id: string): Promise<FileEntity | null> {
    const files = await this.db.repository(FileEntity);
    return files.findOneBy({ id });
  }

  /** Stands when the work ends. */
  addFile({ id, sha256, size, mediaType, name, uploadedBy }: Omit<FileEntity, 'provinceId' | 'uploadedAt'>): void {
    this.db.queryLast(ADD_FILE, [this.db.provinceId, id, sha256, size, mediaType, name, uploadedBy]);
  }

  async findVisibleFile(id: string, { accountId, reaches, organizationId }: Access): Promise<VisibleFile | null> {
    const row = await this.db.one<{ may: boolean | null }>(
      `select ${MAY_HAVE_ORIGINAL} as may from file f where f.id = $4`,
      [accountId, reaches, organizationId, id],
    );
    const file = row?.may == null ? null : await this.findFile(id);
    return file && { file, mayHaveOriginal: row?.may === true };
  }
}
