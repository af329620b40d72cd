import { Injectable } from '@nestjs/common';
import {
  CHANGES_MAX,
  type CellView,
  type ChangeItem,
  type ChangesReply,
  type ListChangesDto,
} from '@kiemtra/shared/fieldwork';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { CriterionFilesService } from '../evidence/criterion-files.service.js';
import type { Access } from '../platform/http/route.js';
import { VisitsService } from '../visits/visits.service.js';
import { ContactsRepository } from './contacts.repository.js';
import { WholeCellsService } from './whole-cells.service.js';

/** What gives the things of a target that changed after a number, in the order of their last changes, so many at most. */
type Source = (target: string, after: number, limit: number) => Promise<ChangeItem[]>;

/** What changed at a target since a device last asked. */
@Injectable()
export class ChangesService {
  private readonly sources: readonly Source[];

  constructor(
    private readonly assessments: AssessmentsService,
    files: CriterionFilesService,
    wholeCells: WholeCellsService,
    private readonly visits: VisitsService,
    private readonly contacts: ContactsRepository,
  ) {
    this.sources = [
      (target, after, limit) => assessments.listChanges(target, after, limit),
      (target, after, limit) => files.listChanges(target, after, limit),
      (target, after, limit) => wholeCells.listChanges(target, after, limit),
    ];
  }

  /** Never refused: who is in no team at the target is told of no visit and of nothing else. */
  async list(access: Access, { target, cursor, limit = CHANGES_MAX }: ListChangesDto): Promise<ChangesReply> {
    const visits = await this.visits.idsOfMember(access, { targetId: target });
    const found = visits.length > 0 ? await this.collect(target, cursor ?? 0, limit + 1) : [];
    const items = found.slice(0, limit);
    const accounts = items.flatMap(accountsOf);
    return {
      epoch: await this.contacts.epoch(),
      visits,
      items,
      authors: accounts.length > 0 ? await this.assessments.listAuthors(accounts) : [],
      next_cursor: items.at(-1)?.vseq ?? cursor ?? null,
      has_more: found.length > limit,
    };
  }

  private async collect(target: string, after: number, limit: number): Promise<ChangeItem[]> {
    const found: ChangeItem[] = [];
    for (const source of this.sources) found.push(...(await source(target, after, limit)));
    return found.sort((a, b) => a.vseq - b.vseq).slice(0, limit);
  }
}

/** Everybody whose words stand in a cell. */
export function accountsOfCell({ by, siblings }: CellView): string[] {
  return [by, ...siblings.map((one) => one.by)].flatMap((one) => one?.account ?? []);
}

/** Everybody whose words stand in an item. */
function accountsOf(item: ChangeItem): string[] {
  switch (item.kind) {
    case 'cell':
      return accountsOfCell(item.cell);
    case 'file':
      return [item.file.by.account];
    case 'removed_file':
      return [];
  }
}
