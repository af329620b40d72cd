import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploaded files: the row points at bytes that are already safe on disk under their hash. */
export class CreateFiles1795219207000 implements MigrationInterface {
  name = 'CreateFiles1795219207000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file (
        province_id uuid not null,
        id uuid not null,
        sha256 text not null,
        size integer not null,
        media_type text not null,
        name text not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null default now(),
        constraint file_pk primary key (province_id, id),
        constraint file_province foreign key (province_id) references province (id),
        constraint file_uploader foreign key (province_id, uploaded_by) references account (province_id, id),
        constraint file_size_positive check (size > 0)
      );
      select protect_province_table('file', 'select, insert');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table file;
    `);
  }
}
