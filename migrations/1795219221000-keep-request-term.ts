import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The term that a request sets, also while it has no recipient yet to hold it. */
export class KeepRequestTerm1795219221000 implements MigrationInterface {
  name = 'KeepRequestTerm1795219221000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request add column working_days integer;
      -- Row-level security binds the owner too.
      alter table request no force row level security;
      alter table request_recipient no force row level security;
      update request q set working_days = (select max(r.working_days) from request_recipient r where r.request_id = q.id);
      alter table request force row level security;
      alter table request_recipient force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request drop column working_days');
  }
}
