import { Injectable } from '@nestjs/common';
import type { StorageState } from '@kiemtra/shared/fieldwork';
import { Database } from '../platform/database/database.js';

/** What a device said last about its lane. */
export interface ContactRow {
  lane_id: string;
  contacted_at: string;
  max_seq: number;
  packs: readonly string[];
  unsent: number;
  unsent_since: string | null;
  pending_kib: number;
  storage: StorageState;
  clock_offset_ms: number;
  app_version: string;
}

/** A member of a team with one of the lanes it records on; without one, all of the lane is null. */
export interface MemberDeviceRow {
  account_id: string;
  name: string;
  lane_id: string | null;
  contacted_at: Date;
  max_seq: number;
  acked_through: number;
  holds_pack: boolean;
  unsent: number;
  unsent_since: Date | null;
  pending_kib: number;
  storage: StorageState;
  clock_offset_ms: number;
  is_lost: boolean;
  is_ready: boolean;
}

@Injectable()
export class ContactsRepository {
  constructor(private readonly db: Database) {}

  async epoch(): Promise<string> {
    const row = await this.db.one<{ epoch: string }>('select epoch from province where id = $1', [this.db.provinceId]);
    return row?.epoch ?? '';
  }

  async save(contact: ContactRow): Promise<void> {
    await this.db.query(
      `insert into fieldwork_contact (province_id, lane_id, contacted_at, max_seq, packs, unsent, unsent_since, pending_kib,
         storage, clock_offset_ms, app_version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (province_id, lane_id) do update
       set contacted_at = excluded.contacted_at, max_seq = excluded.max_seq, packs = excluded.packs,
           unsent = excluded.unsent, unsent_since = excluded.unsent_since, pending_kib = excluded.pending_kib,
           storage = excluded.storage, clock_offset_ms = excluded.clock_offset_ms, app_version = excluded.app_version,
           lost_at = null`,
      [
        this.db.provinceId,
        contact.lane_id,
        contact.contacted_at,
        contact.max_seq,
        contact.packs,
        contact.unsent,
        contact.unsent_since,
        contact.pending_kib,
        contact.storage,
        contact.clock_offset_ms,
        contact.app_version,
      ],
    );
  }

  /** A lane whose storage is lost: what it said last stays, with the highest number it is known to have given. */
  async saveLoss(lane: string, lastSeq: number, at: string, appVersion: string): Promise<void> {
    await this.db.query(
      `insert into fieldwork_contact (province_id, lane_id, contacted_at, max_seq, packs, unsent, pending_kib, storage,
         clock_offset_ms, app_version, lost_at)
       values ($1, $2, $4, $3, '{}', 0, 0, 'unknown', 0, $5, $4)
       on conflict (province_id, lane_id) do update
       set max_seq = greatest(fieldwork_contact.max_seq, excluded.max_seq), lost_at = excluded.lost_at`,
      [this.db.provinceId, lane, lastSeq, at, appVersion],
    );
  }

  /** Forgets what was said of a lane on which nothing more will come; not where more was spoken of than `lastSeq`. */
  async retire(lane: string, lastSeq: number): Promise<void> {
    await this.db.query('delete from fieldwork_contact where lane_id = $1 and max_seq <= $2', [lane, lastSeq]);
  }

  /**
   * The members of a visit's team with the devices that took it to the field or hold something back. Who has left is listed
   * while something of theirs is still to come, or may be: closing waits for the same devices.
   */
  listOfVisit(visitId: string): Promise<MemberDeviceRow[]> {
    return this.db.query<MemberDeviceRow>(
      `select m.account_id, m.name, c.lane_id, c.contacted_at, c.max_seq, c.acked_through, c.holds_pack, c.unsent,
              c.unsent_since, c.pending_kib, c.storage, c.clock_offset_ms, c.lost_at is not null as is_lost, c.is_ready
       from visit v
       join team_member m on m.team_id = v.team_id and m.account_id is not null
       left join lateral (
         select k.*, l.acked_through, v.id = any(k.packs) as holds_pack, lane_is_ready(l.id, v.id) as is_ready
         from fieldwork_lane l join fieldwork_contact k on k.lane_id = l.id
         where l.account_id = m.account_id
           and (v.id = any(k.packs) or k.max_seq > l.acked_through or k.unsent > 0 or k.pending_kib > 0)
       ) c on true
       where v.id = $1 and (m.left_at is null or ((c.max_seq > c.acked_through or (c.holds_pack and not c.is_ready)) and not exists (
         select from team_member n where n.team_id = m.team_id and n.account_id = m.account_id and n.left_at is null)))
       order by m.left_at nulls first, m.rank, m.id, c.contacted_at desc`,
      [visitId],
    );
  }
}
