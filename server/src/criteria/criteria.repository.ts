import { Injectable } from '@nestjs/common';
import { sizeOf, type Criterion, type VersionContent } from '@kiemtra/shared/criteria';
import { Database } from '../platform/database/database.js';
import { CriteriaSetEntity, CriteriaVersionEntity } from './criteria.entity.js';
import type { VersionHead } from './criteria-version.js';

const HEAD = `
  select v.id, v.set_id as "setId", v.number, v.state, v.published_at as "publishedAt", v.settings,
         s.name, s.purpose, s.is_sample as "isSample", coalesce(v.published_at < now(), false) as "isSettled"
  from criteria_version v join criteria_set s on s.id = v.set_id`;

/** `isSettled`: published by a transaction that has ended, so nothing can take it back. */
type HeadRow = VersionHead & { isSettled: boolean };

@Injectable()
export class CriteriaRepository {
  constructor(private readonly db: Database) {}

  /** Newest versions first. */
  listHeads(): Promise<HeadRow[]> {
    return this.db.query<HeadRow>(`${HEAD} order by v.number desc, v.id`);
  }

  findHead(versionId: string): Promise<HeadRow | null> {
    return this.db.one<HeadRow>(`${HEAD} where v.id = $1`, [versionId]);
  }

  /** The version, held until the transaction ends: whoever publishes or deletes it meanwhile waits. */
  lockHead(versionId: string): Promise<HeadRow | null> {
    return this.db.one<HeadRow>(`${HEAD} where v.id = $1 for update of v`, [versionId]);
  }

  /** The set, held until the transaction ends: of two further versions one waits for its number. */
  lockSet(setId: string): Promise<Pick<VersionContent, 'name' | 'purpose' | 'isSample'> | null> {
    return this.db.one('select name, purpose, is_sample as "isSample" from criteria_set where id = $1 for update', [
      setId,
    ]);
  }

  async setExists(setId: string): Promise<boolean> {
    const sets = await this.db.repository(CriteriaSetEntity);
    return sets.existsBy({ id: setId, provinceId: this.db.provinceId });
  }

  async listCriteria(versionId: string): Promise<Criterion[]> {
    const rows = await this.db.query<{ criterion: Criterion }>(
      `select jsonb_build_object('key', key, 'parentKey', parent_key, 'position', position) || content as criterion
       from criterion where version_id = $1 order by position`,
      [versionId],
    );
    return rows.map(({ criterion }) => criterion);
  }

  async nextNumber(setId: string): Promise<number> {
    const row = await this.db.one<{ next: number }>(
      'select coalesce(max(number), 0) + 1 as next from criteria_version where set_id = $1',
      [setId],
    );
    return row?.next ?? 1;
  }

  async insertSet(id: string, { name, purpose, isSample }: VersionContent): Promise<void> {
    const sets = await this.db.repository(CriteriaSetEntity);
    await sets.insert({ id, name, purpose, isSample, provinceId: this.db.provinceId });
  }

  /** Adds a draft with its criteria. */
  async insertVersion(head: { id: string; setId: string; number: number }, content: VersionContent): Promise<void> {
    const { provinceId } = this.db;
    const { audience, note, capped, criteria } = content;
    const settings = { audience, note, capped, ...sizeOf(criteria) };
    const versions = await this.db.repository(CriteriaVersionEntity);
    await versions.insert({ ...head, provinceId, state: 'draft', settings });
    await this.db.query(
      `insert into criterion (province_id, version_id, key, parent_key, position, content)
       select $1, $2, c->>'key', c->>'parentKey', (c->>'position')::integer, c - '{key,parentKey,position}'::text[]
       from jsonb_array_elements($3::jsonb) c`,
      [provinceId, head.id, JSON.stringify(criteria)],
    );
  }

  async publish(versionId: string): Promise<void> {
    await this.db.query(`update criteria_version set state = 'published', published_at = now() where id = $1`, [
      versionId,
    ]);
  }

  /** Removes a draft, and the set with its only version. */
  async deleteVersion({ id, setId }: VersionHead): Promise<void> {
    await this.db.query('delete from criterion where version_id = $1', [id]);
    await this.db.query('delete from criteria_version where id = $1', [id]);
    await this.db.query(
      'delete from criteria_set s where s.id = $1 and not exists (select from criteria_version where set_id = s.id)',
      [setId],
    );
  }
}
