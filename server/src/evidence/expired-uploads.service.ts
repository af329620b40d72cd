import { Injectable } from '@nestjs/common';
import { UPLOAD_KEEP_MS } from '@kiemtra/shared/evidence';
import { newId } from '@kiemtra/shared/kernel';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { PartialFiles } from '../platform/files/partial-files.js';
import { UploadsRepository } from './uploads.repository.js';

/** Lets go of uploads that nobody asked for in a week; their senders find nothing and begin anew. */
@Injectable()
export class ExpiredUploads {
  constructor(
    private readonly uploads: UploadsRepository,
    private readonly partials: PartialFiles,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Deletes pieces and promises of a province. */
  async drop(provinceId: string): Promise<void> {
    const expired = new Date(this.clock.now().getTime() - UPLOAD_KEEP_MS);
    for (const id of await this.partials.listUntouched(provinceId, expired)) {
      await this.db.within({ requestId: newId(), provinceId, caller: null }, () =>
        this.dropOne(provinceId, id, expired),
      );
    }
  }

  private async dropOne(provinceId: string, id: string, expired: Date): Promise<void> {
    await this.uploads.hold(id);
    const held = await this.partials.find(provinceId, id);
    // Its sender may have come back meanwhile.
    if (!held || held.touchedAt >= expired) return;
    this.uploads.end(id);
    await this.partials.drop(provinceId, id);
  }
}
