import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what one person did without reading the whole history. */
export class IndexAuditByPerson1795305800000 implements MigrationInterface {
  name = 'IndexAuditByPerson1795305800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index audit_event_by_account on audit_event (province_id, account_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_event_by_account');
  }
}
