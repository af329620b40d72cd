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
      `select organization_name_on(o.id, $2) as name, organization_name_on(o.parent_id, $2) as superior, p.name as province
       from organization o join province p on p.id = o.province_id
       where o.id = $1`,
      [organizationId, today],
    );
  }
}
