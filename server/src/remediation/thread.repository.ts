import { Injectable } from '@nestjs/common';
import type { FindingWordView } from '@kiemtra/shared/remediation';
import { Database } from '../platform/database/database.js';
import { RemedyEntryEntity, RemedyEntryFindingEntity } from './request.entity.js';

/** A word about a finding, and the entry it stands in. */
export interface FindingWordRow extends FindingWordView {
  entryId: string;
}

@Injectable()
export class ThreadRepository {
  constructor(private readonly db: Database) {}

  async findEntry(id: string): Promise<RemedyEntryEntity | null> {
    const entries = await this.db.repository(RemedyEntryEntity);
    return entries.findOneBy({ id, provinceId: this.db.provinceId });
  }

  async addEntry(
    entry: Omit<RemedyEntryEntity, 'provinceId' | 'at'>,
    words: readonly FindingWordView[],
  ): Promise<void> {
    const { provinceId } = this.db;
    const entries = await this.db.repository(RemedyEntryEntity);
    await entries.insert({ ...entry, provinceId });
    if (words.length === 0) return;
    const said = await this.db.repository(RemedyEntryFindingEntity);
    await said.insert(words.map((word) => ({ ...word, provinceId, entryId: entry.id })));
  }

  /** The thread, oldest first. */
  async listEntries(recipientId: string): Promise<RemedyEntryEntity[]> {
    const entries = await this.db.repository(RemedyEntryEntity);
    return entries.find({ where: { recipientId }, order: { at: 'asc', id: 'asc' } });
  }

  /** What the thread says about single findings, oldest first. */
  listWords(recipientId: string): Promise<FindingWordRow[]> {
    return this.db.query<FindingWordRow>(
      `select w.entry_id as "entryId", w.finding_id as "findingId", w.standing, w.text, w.done_on as "doneOn", w.file_ids as "fileIds"
       from remedy_entry_finding w
       join remedy_entry e on e.id = w.entry_id
       join finding f on f.id = w.finding_id
       where e.recipient_id = $1 order by e.at, e.id, f.position, f.id`,
      [recipientId],
    );
  }
}
