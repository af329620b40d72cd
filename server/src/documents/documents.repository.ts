import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { Database } from '../platform/database/database.js';

/** The body that issues a paper, under its name on the day. */
export interface IssuingBody {
  name: string;
  superior: string | null;
  province: string;
}

@Injectable()
export class DocumentsRepository {
  constructor(private readonly db: Database) {}

  /**
   * The department that writes to units for an authority on a day: the authority itself when it is one, else (a
   * People's Committee) the province's Sở Nội vụ; null when none stood.
   */
  async issuingBody(authorityId: string, on: CalendarDate): Promise<IssuingBody | null> {
    return this.db.one<IssuingBody>(
      `select organization_name_on(o.id, $2) as name, organization_name_on(o.parent_id, $2) as superior, p.name as province
       from organization o join province p on p.id = o.province_id
       where o.kind = 'department' and o.valid_from <= $2::date and (o.valid_to is null or $2::date < o.valid_to)
         and (o.id = $1 or organization_name_on(o.id, $2) like 'Sở Nội vụ%')
       order by o.id = $1 desc, o.valid_from desc, o.id
       limit 1`,
      [authorityId, on],
    );
  }
}
