import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { NationalImport, type ImportSummary } from '../organizations/national/national-import.service.js';
import { Database } from '../platform/database/database.js';

/** Brings the national list of administrative units up to this release; null when it already is. */
export async function importNationalUnits(app: INestApplicationContext): Promise<ImportSummary | null> {
  const db = app.get(Database);
  const [row] = await db.directory<{ count: number }>('select count(*) as count from administrative_unit');
  if (row && row.count > 0) return null;
  return db.within({ requestId: newId(), provinceId: null, caller: null }, () => app.get(NationalImport).run());
}
