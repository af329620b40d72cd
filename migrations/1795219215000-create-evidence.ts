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

      create function kept_files() returns setof uuid language sql stable rows 100 as $$
        with kept as (
          select t.id from own_targets() t
          union
          select t.id from kept_plans() k join plan_target t on t.plan_id = k
        )
        select e.id from kept k join assessment s on s.target_id = k.id join evidence e on e.assessment_id = s.id
        union all
        select e.id from kept_findings() k join evidence e on e.finding_id = k
        union all
        select e.id from kept_requests() k
        join request_recipient r on r.request_id = k
        join remedy_entry m on m.recipient_id = r.id
        join evidence e on e.remedy_entry_id = m.id
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
