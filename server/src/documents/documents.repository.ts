import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { Database } from '../platform/database/database.js';

/** The body that issues a paper today. */
export interface IssuingBody {
  name: string;
  superior: string | null;
  province: string;
}

@Injectable()
export class DocumentsRepository {
  constructor(private readonly db: Database) {}

  async issuingBody(organizationId: string, today: CalendarDate): Promise<IssuingBody | null> {
    return this.db.one<IssuingBody>(
      `select n.name, s.name as superior, p.name as province
       from organization o
       join province p on p.id = o.province_id
       join organization_name n on n.organization_id = o.id and n.valid_from <= $2 and (n.valid_to is null or n.valid_to > $2)
       left join organization_name s
         on s.organization_id = o.parent_id and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
       where o.id = $1`,
      [organizationId, today],
    );
  }
}
