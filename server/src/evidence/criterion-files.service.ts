import { Injectable } from '@nestjs/common';
import type { Capture, ChangeItem, Evidence, EvidenceState, EvidenceView } from '@kiemtra/shared/fieldwork';
import { Outrun } from '../platform/problems/database-problems.js';
import { CriterionFilesRepository, type CriterionFileRow } from './criterion-files.repository.js';

/** A file in the evidence of a criterion, with where it stands in its assessment. */
export interface SavedFile {
  state: EvidenceState;
  assessmentId: string;
  vseq: number;
}

/** Files as proof of answers: announced and taken away by operations of field work, their bytes travel apart. */
@Injectable()
export class CriterionFilesService {
  constructor(private readonly files: CriterionFilesRepository) {}

  /** What is known under these ids. A file that proves something else stands at no criterion. */
  async find(ids: readonly string[]): Promise<Map<string, EvidenceState>> {
    const rows = ids.length > 0 ? await this.files.find(ids) : [];
    return new Map(rows.map((row) => [row.id, stateOf(row)]));
  }

  /** Files by target with whether their bytes are here; removed ones are left out. */
  async list(targets: readonly string[]): Promise<Map<string, EvidenceView[]>> {
    const listed = new Map<string, EvidenceView[]>(targets.map((target) => [target, []]));
    for (const row of await this.files.list(targets)) {
      const { target, criterion, file, by, removed } = stateOf(row);
      if (!removed) listed.get(target)?.push({ criterion, file, by, isReceived: row.is_received });
    }
    return listed;
  }

  /** Every file of targets, removed ones included, by id. */
  async findAll(targets: readonly string[]): Promise<Map<string, EvidenceState>> {
    return new Map((await this.files.list(targets)).map((row) => [row.id, stateOf(row)]));
  }

  /** Files of a target that were announced or taken away after a number, in the order of that. */
  async listChanges(target: string, after: number, limit: number): Promise<ChangeItem[]> {
    return (await this.files.listSince(target, after, limit)).map((row) => {
      const { vseq, is_received: isReceived } = row;
      const { criterion, file, by, removed } = stateOf(row);
      if (removed) return { kind: 'removed_file', vseq, criterion, id: file.id };
      return { kind: 'file', vseq, file: { criterion, file, by, isReceived } };
    });
  }

  /** How many files of a target were announced and have not come. */
  countMissing(target: string): Promise<number> {
    return this.files.countMissing(target);
  }

  async save(files: readonly SavedFile[]): Promise<void> {
    if (files.length === 0) return;
    const written = await this.files.save(
      files.map(({ state: { criterion, file, by, removed }, assessmentId, vseq }) => ({
        id: file.id,
        assessment_id: assessmentId,
        criterion_key: criterion,
        name: file.name,
        media_type: file.mime,
        size: file.size,
        sha256: file.sha256,
        capture: captureOf(file),
        added_by: by.account,
        added_at: by.received_at,
        stamp: by,
        removed_at: removed?.received_at ?? null,
        removal_stamp: removed,
        vseq,
      })),
    );
    if (written < files.length) throw new Outrun('a file was announced elsewhere under the same id');
  }
}

function stateOf(row: CriterionFileRow): EvidenceState {
  const { id, name, media_type: mime, size, sha256 } = row;
  return {
    target: row.target_id ?? '',
    criterion: row.criterion_key ?? '',
    file: { id, name, mime, size, sha256, ...row.capture },
    by: row.stamp ?? NOBODY,
    removed: row.removal_stamp,
  };
}

/** Null of a file of which nothing was said beyond what every file has. */
function captureOf({
  id: _id,
  name: _name,
  mime: _mime,
  size: _size,
  sha256: _sha256,
  ...capture
}: Evidence): Capture | null {
  return Object.keys(capture).length > 0 ? capture : null;
}

/** Who announced a file that no operation announced. */
const NOBODY = { lane: '', seq: 0, account: '', received_at: '' };
