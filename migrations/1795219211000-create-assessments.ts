import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers with their points and the totals kept with every save. Each answer has two cells, the input and the note; words
 * that disagree wait beside the cell, in their order, and are written with it.
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
        input jsonb,
        input_rev integer not null,
        input_by jsonb,
        input_siblings jsonb not null,
        note text,
        note_rev integer not null,
        note_by jsonb,
        note_siblings jsonb not null,
        outcome text,
        points numeric,
        max_points numeric,
        steps jsonb,
        vseq bigint not null,
        constraint answer_pk primary key (province_id, assessment_id, criterion_key),
        constraint answer_assessment foreign key (province_id, assessment_id) references assessment (province_id, id),
        constraint answer_scored check ((input is null) = (outcome is null)),
        constraint answer_input_said check ((input_rev = 0) = (input_by is null)),
        constraint answer_note_said check ((note_rev = 0) = (note_by is null))
      );
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
