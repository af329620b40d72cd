import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Statement } from '../platform/database/statement.js';

/** A copy as it lies in the store. */
export interface StoredCopy {
  sha256: string;
  size: number;
}

export interface StoredCopies {
  thumbnail: StoredCopy;
  view: StoredCopy;
}

/** A picture whose copies are to be made. */
export interface DuePicture {
  file_id: string;
  sha256: string;
  size: number;
  /** How often it was begun, this time included. */
  attempts: number;
}

const ADD = new Statement('add-picture', 'insert into picture (province_id, file_id, due_at) values ($1, $2, $3)');

@Injectable()
export class PicturesRepository {
  constructor(private readonly db: Database) {}

  /** Stands when the work ends. */
  add(fileId: string, dueAt: Date): void {
    this.db.queryLast(ADD, [this.db.provinceId, fileId, dueAt]);
  }

  /** Null when there are none (yet). */
  async findCopies(fileId: string): Promise<StoredCopies | null> {
    const row = await this.db.one<{ copies: StoredCopies }>(
      `select json_build_object(
         'thumbnail', json_build_object('sha256', thumbnail_sha256, 'size', thumbnail_size),
         'view', json_build_object('sha256', view_sha256, 'size', view_size)) as copies
       from picture where file_id = $1 and view_sha256 is not null`,
      [fileId],
    );
    return row?.copies ?? null;
  }

  /** Takes the next picture in hand until a moment; should nobody report by then, it is due again. */
  claim(now: Date, until: Date): Promise<DuePicture | null> {
    return this.db.one<DuePicture>(
      `update picture p set attempts = p.attempts + 1, due_at = $2
       from file f
       where f.id = p.file_id and p.file_id = (
         select file_id from picture where due_at <= $1 order by due_at, file_id limit 1 for update skip locked
       )
       returning p.file_id, f.sha256, f.size, p.attempts`,
      [now, until],
    );
  }

  async keepCopies(fileId: string, { thumbnail, view }: StoredCopies): Promise<void> {
    await this.db.query(
      `update picture set due_at = null, failure = null, thumbnail_sha256 = $2, thumbnail_size = $3, view_sha256 = $4,
         view_size = $5
       where file_id = $1`,
      [fileId, thumbnail.sha256, thumbnail.size, view.sha256, view.size],
    );
  }

  /** Why it failed, and when to try again; null for never. */
  async keepFailure(fileId: string, failure: string, dueAt: Date | null): Promise<void> {
    await this.db.query('update picture set due_at = $3, failure = $2 where file_id = $1', [fileId, failure, dueAt]);
  }
}
