import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files as proof: of an answer, a finding, or an entry of a remedy thread. */
export class CreateEvidence1795219215000 implements MigrationInterface {
  name = 'CreateEvidence1795219215000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence (
        province_id uuid not null,
        id uuid not null,
        assessment_id uuid,
        criterion_key text,
        finding_id uuid,
        remedy_entry_id uuid,
        sha256 text not null,
        size integer not null,
        media_type text not null,
        name text not null,
        caption text,
        added_by uuid not null,
        added_at timestamptz not null default now(),
        removed_at timestamptz,
        stamp jsonb,
        removal_stamp jsonb,
        vseq bigint,
        constraint evidence_pk primary key (province_id, id),
        constraint evidence_assessment foreign key (province_id, assessment_id) references assessment (province_id, id),
        constraint evidence_finding foreign key (province_id, finding_id) references finding (province_id, id),
        constraint evidence_entry foreign key (province_id, remedy_entry_id) references remedy_entry (province_id, id),
        constraint evidence_adder foreign key (province_id, added_by) references account (province_id, id),
        constraint evidence_of_one_thing check (num_nonnulls(assessment_id, finding_id, remedy_entry_id) = 1),
        constraint evidence_of_criterion check (num_nulls(assessment_id, criterion_key, stamp, vseq) in (0, 4)),
        constraint evidence_removal_stamped check (stamp is null or (removed_at is null) = (removal_stamp is null))
      );
      create index evidence_by_answer on evidence (province_id, assessment_id, criterion_key);
      create index evidence_by_finding on evidence (province_id, finding_id);
      create index evidence_by_entry on evidence (province_id, remedy_entry_id);
      select protect_province_table('evidence');

      create function kept_files() returns setof uuid language sql stable as $$
        select e.id from evidence e where e.finding_id in (select kept_findings())
        union all
        select e.id from evidence e
        join assessment s on s.id = e.assessment_id
        join plan_target t on t.id = s.target_id
        where t.id in (select o.id from own_targets() o) or t.plan_id in (select kept_plans())
        union all
        select e.id from evidence e
        join remedy_entry m on m.id = e.remedy_entry_id
        join request_recipient r on r.id = m.recipient_id
        where r.request_id in (select kept_requests())
      $$;
      comment on function kept_files is 'files that prove what is kept from the caller; the body of the caller never reads its answers';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function kept_files;
      drop table evidence;
    `);
  }
}
