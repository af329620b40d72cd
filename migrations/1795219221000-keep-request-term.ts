import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The term that a request sets, also while it has no recipient yet to hold it. */
export class KeepRequestTerm1795219221000 implements MigrationInterface {
  name = 'KeepRequestTerm1795219221000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column working_days integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request drop column working_days');
  }
}
