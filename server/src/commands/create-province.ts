import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { unitFullName, type AdministrativeUnitKind } from '@kiemtra/shared/organizations';
import { ProvinceBodiesService } from '../organizations/province-bodies.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Scope } from '../platform/database/database.js';

export interface NewProvince {
  /** Two-digit code of today's province. */
  unitCode: string;
  /** First part of its login names, e.g. "can-tho". */
  slug: string;
}

/** Sets up a tenant with the bodies of its two-tier government and lets `fill` add to it; all in one transaction. */
export async function createProvince<T>(
  app: INestApplicationContext,
  { unitCode, slug }: NewProvince,
  fill: (provinceId: string) => Promise<T>,
): Promise<T> {
  const db = app.get(Database);
  const provinceId = newId();
  const scope: Scope = { requestId: newId(), provinceId, caller: null };
  return db.within(scope, async () => {
    const unit = await db.one<{ kind: AdministrativeUnitKind; name: string }>(
      `select kind, name from administrative_unit
       where code = $1 and parent_id is null and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
      [unitCode, app.get(Clock).today()],
    );
    if (!unit) throw new Error(`Không có tỉnh, thành phố mang mã ${unitCode}.`);
    await db.query('insert into province (id, slug, name, unit_code) values ($1, $2, $3, $4)', [
      provinceId,
      slug,
      unitFullName(unit),
      unitCode,
    ]);
    await app.get(ProvinceBodiesService).addToday();
    return fill(provinceId);
  });
}
