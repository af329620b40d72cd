import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers with their points, and the totals kept with every save. An answer has two cells, the input and the note, each with
 * its own revision and a row of its own; words that disagree wait beside the cell, in their order.
 */
export class CreateAssessments1795219211000 implements MigrationInterface {
  name = 'CreateAssessments1795219211000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assessment (
        province_id uuid not null,
        id uuid not null,
        target_id uuid not null,
        criteria_version_id uuid not null,
        round text not null,
        conflicts integer not null default 0,
        changed_at timestamptz not null,
        constraint assessment_pk primary key (province_id, id),
        constraint assessment_target foreign key (province_id, target_id) references plan_target (province_id, id),
        constraint assessment_criteria foreign key (province_id, criteria_version_id) references criteria_version (province_id, id),
        constraint assessment_once unique (province_id, target_id, criteria_version_id, round),
        constraint assessment_conflicts_counted check (conflicts >= 0)
      );
      create table assessment_area (
        province_id uuid not null,
        assessment_id uuid not null,
        area text not null,
        points numeric not null default 0,
        max_points numeric not null default 0,
        bonus numeric not null default 0,
        penalty numeric not null default 0,
        total integer not null,
        full_count integer not null default 0,
        short_count integer not null default 0,
        excluded_count integer not null default 0,
        not_checked_count integer not null default 0,
        constraint assessment_area_pk primary key (province_id, assessment_id, area),
        constraint assessment_area_of foreign key (province_id, assessment_id) references assessment (province_id, id),
        constraint assessment_area_within check (points between 0 and max_points),
        constraint assessment_area_counted check (
          least(full_count, short_count, excluded_count, not_checked_count) >= 0
          and full_count + short_count + excluded_count + not_checked_count <= total
        )
      );
      create table answer (
        province_id uuid not null,
        assessment_id uuid not null,
        criterion_key text not null,
        field text not null,
        value jsonb,
        rev integer not null,
        lane_id uuid not null,
        seq integer not null,
        account_id uuid not null,
        said_at text not null,
        offset_ms bigint not null,
        received_at timestamptz not null,
        siblings jsonb,
        outcome text,
        points numeric,
        max_points numeric,
        vseq bigint not null,
        constraint answer_pk primary key (province_id, assessment_id, criterion_key, field),
        constraint answer_assessment foreign key (province_id, assessment_id) references assessment (province_id, id),
        constraint answer_field check (field in ('input', 'note')),
        constraint answer_rev check (rev > 0),
        constraint answer_scored check ((outcome is not null) = (field = 'input' and value is not null))
      ) with (fillfactor = 70);
      select protect_province_table('assessment');
      select protect_province_table('assessment_area');
      select protect_province_table('answer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table answer, assessment_area, assessment;
    `);
  }
}
