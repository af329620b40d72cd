import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is recorded whole beside the answers: samples of dossiers, head counts, captions; each one cell with its revision. */
export class CreateWholeCells1795305500000 implements MigrationInterface {
  name = 'CreateWholeCells1795305500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table whole_cell (
        province_id uuid not null,
        target_id uuid not null,
        field text not null,
        -- Null for what belongs to the target as a whole.
        criterion_key text,
        value jsonb,
        rev integer not null,
        lane_id uuid not null,
        seq integer not null,
        account_id uuid not null,
        received_at timestamptz not null,
        siblings jsonb,
        vseq bigint not null,
        constraint whole_cell_pk primary key (province_id, target_id, field),
        constraint whole_cell_target foreign key (province_id, target_id) references plan_target (province_id, id),
        constraint whole_cell_account foreign key (province_id, account_id) references account (province_id, id)
      );
      create index whole_cell_changes on whole_cell (province_id, target_id, vseq);
      select protect_province_table('whole_cell');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table whole_cell');
  }
}
