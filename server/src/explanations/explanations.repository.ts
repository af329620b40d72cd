import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { LAST_STANCE } from './drafts.repository.js';
import { ExplanationEntity, PutFindingEntity } from './explanation.entity.js';
import type { PutFindingRow } from './explanations.rows.js';

const SELECT = `
  select i.finding_id, f.text, i.put_text, i.settlement_id, i.settling, i.reason, i.settled_by, i.settled_by_name, i.settled_at,
         i.version, ${LAST_STANCE} as last_stance
  from draft_conclusion_finding i join finding f on f.id = i.finding_id`;

/** The words about the findings of a draft. Whoever writes holds the draft. */
@Injectable()
export class ExplanationsRepository {
  constructor(private readonly db: Database) {}

  listFindings(draftId: string): Promise<PutFindingRow[]> {
    return this.db.query<PutFindingRow>(`${SELECT} where i.draft_id = $1`, [draftId]);
  }

  findFinding(draftId: string, findingId: string): Promise<PutFindingRow | null> {
    return this.db.one<PutFindingRow>(`${SELECT} where i.draft_id = $1 and i.finding_id = $2`, [draftId, findingId]);
  }

  /** Of the whole draft, in the order in which they came. */
  async list(draftId: string): Promise<ExplanationEntity[]> {
    const explanations = await this.db.repository(ExplanationEntity);
    return explanations.find({ where: { draftId }, order: { position: 'asc' } });
  }

  /** Those of these ids that are there, of whatever draft. */
  findByIds(ids: readonly string[]): Promise<(ExplanationEntity & { fileIds: string[] })[]> {
    return this.db.query(
      `select n.id, n.draft_id as "draftId", n.finding_id as "findingId", n.stance, n.text, n.account_id as "accountId",
              array(select e.id from evidence e where e.explanation_id = n.id order by e.id) as "fileIds"
       from explanation n where n.id = any($1)`,
      [ids],
    );
  }

  /** Adds a word of the unit: the version of its finding grows. */
  async add(word: Omit<ExplanationEntity, 'provinceId' | 'position'>): Promise<void> {
    const { id, draftId, findingId, stance, text, accountId, actorName, at } = word;
    await this.db.query(
      `with heard as (
         update draft_conclusion_finding set version = version + 1 where draft_id = $3 and finding_id = $4 returning version
       )
       insert into explanation (province_id, id, draft_id, finding_id, position, stance, text, account_id, actor_name, at)
       select $1, $2, $3, $4, version, $5, $6, $7, $8, $9 from heard`,
      [this.db.provinceId, id, draftId, findingId, stance, text, accountId, actorName, at],
    );
  }

  async settle(
    draftId: string,
    findingId: string,
    settlement: Pick<
      PutFindingEntity,
      'settlementId' | 'settling' | 'reason' | 'settledBy' | 'settledByName' | 'settledAt'
    >,
  ): Promise<void> {
    const findings = await this.db.repository(PutFindingEntity);
    await findings.update({ draftId, findingId }, { ...settlement, version: () => 'version + 1' });
  }
}
