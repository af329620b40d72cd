import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import { Database } from '../platform/database/database.js';

/** Somebody who gets mail. */
export interface AddresseeRow {
  id: string;
  organization_id: string | null;
  login_name: string;
  display_name: string;
  position: string | null;
  roles: Role[];
  email: string;
}

const ADDRESSEES = `
  select a.id, a.organization_id, a.login_name, a.display_name, a.position, a.roles, a.email
  from account a where a.province_id = $1 and a.state = 'active' and a.email is not null`;

@Injectable()
export class DigestsRepository {
  constructor(private readonly db: Database) {}

  list(): Promise<AddresseeRow[]> {
    return this.db.query<AddresseeRow>(`${ADDRESSEES} order by a.id`, [this.db.provinceId]);
  }

  find(accountId: string): Promise<AddresseeRow | null> {
    return this.db.one<AddresseeRow>(`${ADDRESSEES} and a.id = $2`, [this.db.provinceId, accountId]);
  }

  /** The day of the last digest that surely left; null before the first. */
  async lastSent(accountId: string): Promise<CalendarDate | null> {
    const row = await this.db.one<{ day: CalendarDate | null }>(
      'select max(day) as day from digest where account_id = $1 and is_sent',
      [accountId],
    );
    return row?.day ?? null;
  }

  /** False when the digest of the day was begun before: it is sent, or nobody knows. */
  async begin(accountId: string, day: CalendarDate): Promise<boolean> {
    const rows = await this.db.query(
      'insert into digest (province_id, account_id, day) values ($1, $2, $3) on conflict do nothing returning day',
      [this.db.provinceId, accountId, day],
    );
    return rows.length > 0;
  }

  async markSent(accountId: string, day: CalendarDate): Promise<void> {
    await this.db.query('update digest set is_sent = true where account_id = $1 and day = $2', [accountId, day]);
  }

  /** Lets the digest be begun again: it is certain that it was not sent. */
  async takeBack(accountId: string, day: CalendarDate): Promise<void> {
    await this.db.query('delete from digest where account_id = $1 and day = $2 and not is_sent', [accountId, day]);
  }
}
