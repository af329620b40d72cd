import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers with their points, the values that wait beside them, and the totals kept with every save. */
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
        constraint assessment_pk primary key (province_id, id),
        constraint assessment_target foreign key (province_id, target_id) references plan_target (province_id, id),
        constraint assessment_criteria foreign key (province_id, criteria_version_id) references criteria_version (province_id, id),
        constraint assessment_once unique (province_id, target_id, criteria_version_id, round)
      );
      create table assessment_area (
        province_id uuid not null,
        assessment_id uuid not null,
        area_key text not null,
        points numeric not null,
        max_points numeric not null,
        answered integer not null,
        total integer not null,
        constraint assessment_area_pk primary key (province_id, assessment_id, area_key),
        constraint assessment_area_of foreign key (province_id, assessment_id) references assessment (province_id, id)
      );
      create table answer (
        province_id uuid not null,
        assessment_id uuid not null,
        criterion_key text not null,
        input jsonb,
        input_rev integer not null default 0,
        input_source jsonb,
        note text,
        note_rev integer not null default 0,
        note_source jsonb,
        points numeric,
        result jsonb,
        constraint answer_pk primary key (province_id, assessment_id, criterion_key),
        constraint answer_assessment foreign key (province_id, assessment_id) references assessment (province_id, id)
      );
      create table answer_sibling (
        province_id uuid not null,
        id uuid not null,
        assessment_id uuid not null,
        criterion_key text not null,
        field text not null,
        value jsonb,
        source jsonb not null,
        constraint answer_sibling_pk primary key (province_id, id),
        constraint answer_sibling_assessment foreign key (province_id, assessment_id) references assessment (province_id, id)
      );
      create index answer_sibling_by_cell on answer_sibling (province_id, assessment_id, criterion_key, field);
      select protect_province_table('assessment');
      select protect_province_table('assessment_area');
      select protect_province_table('answer');
      select protect_province_table('answer_sibling');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table answer_sibling, answer, assessment_area, assessment;
    `);
  }
}
