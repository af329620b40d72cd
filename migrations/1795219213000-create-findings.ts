import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found: strengths and shortcomings. */
export class CreateFindings1795219213000 implements MigrationInterface {
  name = 'CreateFindings1795219213000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table finding (
        province_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        target_id uuid,
        visit_id uuid,
        criteria_version_id uuid,
        criterion_key text,
        area text not null,
        kind text not null,
        text text not null,
        extent text,
        legal_basis text,
        cause text,
        severity text,
        position integer not null,
        created_by uuid,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint finding_pk primary key (province_id, id),
        constraint finding_plan foreign key (province_id, plan_id) references plan (province_id, id),
        constraint finding_target foreign key (province_id, target_id) references plan_target (province_id, id),
        constraint finding_visit foreign key (province_id, visit_id) references visit (province_id, id),
        constraint finding_criterion foreign key (province_id, criteria_version_id, criterion_key) references criterion (province_id, version_id, key),
        constraint finding_creator foreign key (province_id, created_by) references account (province_id, id)
      );
      create index finding_by_plan on finding (province_id, plan_id);
      create index finding_by_target on finding (province_id, target_id);
      create index finding_by_visit on finding (province_id, visit_id) where target_id is null;
      select protect_province_table('finding');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table finding;
    `);
  }
}
