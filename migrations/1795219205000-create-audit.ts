import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what when. Append-only for the app. */
export class CreateAudit1795219205000 implements MigrationInterface {
  name = 'CreateAudit1795219205000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_event (
        province_id uuid not null,
        id uuid not null,
        at timestamptz not null default now(),
        account_id uuid,
        actor_name text not null,
        action text not null,
        summary text not null,
        subject_kind text not null,
        subject_id uuid not null,
        plan_id uuid,
        details jsonb,
        request_id text not null,
        constraint audit_event_pk primary key (province_id, id),
        constraint audit_event_province foreign key (province_id) references province (id)
      );
      create index audit_event_by_subject on audit_event (province_id, subject_kind, subject_id, id);
      create index audit_event_by_plan on audit_event (province_id, plan_id, id);
      select protect_province_table('audit_event', 'select, insert');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_event;
    `);
  }
}
