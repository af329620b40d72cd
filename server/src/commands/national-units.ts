import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { NationalImport, type ImportSummary } from '../organizations/national/national-import.service.js';
import { Database } from '../platform/database/database.js';

/** Names the lists and dated changes that ship with the product: a new name makes the next setup import them. */
const RELEASE = '2026-11-21';

/** Brings the national list of administrative units up to this release; null when it already is. */
export async function importNationalUnits(app: INestApplicationContext): Promise<ImportSummary | null> {
  const db = app.get(Database);
  return db.within({ requestId: newId(), provinceId: null, caller: null }, async () => {
    const known = await db.one('select from administrative_import where release = $1', [RELEASE]);
    if (known) return null;
    await db.query('insert into administrative_import (release) values ($1)', [RELEASE]);
    return app.get(NationalImport).run();
  });
}
