import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of pictures to look at: made after the file is received, tried again until they are there or given up. */
export class CreatePictures1795305601000 implements MigrationInterface {
  name = 'CreatePictures1795305601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table picture (
        province_id uuid not null,
        file_id uuid not null,
        attempts integer not null default 0,
        due_at timestamptz,
        failure text,
        thumbnail_sha256 text,
        thumbnail_size integer,
        view_sha256 text,
        view_size integer,
        constraint picture_pk primary key (province_id, file_id),
        constraint picture_file foreign key (province_id, file_id) references file (province_id, id),
        constraint picture_whole check (num_nulls(thumbnail_sha256, thumbnail_size, view_sha256, view_size) in (0, 4)),
        constraint picture_made_or_due check (due_at is null or view_sha256 is null)
      );
      create index picture_by_due on picture (province_id, due_at) where due_at is not null;

      -- Row-level security binds the owner too.
      alter table file no force row level security;
      insert into picture (province_id, file_id, due_at) select province_id, id, now() from file where media_type like 'image/%';
      alter table file force row level security;
      select protect_province_table('picture', 'select, insert, update');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table picture;
    `);
  }
}
