import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a picture came about, as its device told it, and which picture it takes the place of. */
export class KeepCaptures1795305600000 implements MigrationInterface {
  name = 'KeepCaptures1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table evidence
        add column capture jsonb,
        add column derived_from uuid generated always as ((capture ->> 'derived_from')::uuid) stored,
        add constraint evidence_capture_announced check (capture is null or stamp is not null);
      create index evidence_by_origin on evidence (province_id, derived_from) where derived_from is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index evidence_by_origin;
      alter table evidence drop column derived_from, drop column capture;
    `);
  }
}
