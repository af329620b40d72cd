import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way: what their senders promised. How much has come is told by the bytes on disk alone. */
export class CreateUploads1795219223001 implements MigrationInterface {
  name = 'CreateUploads1795219223001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table upload (
        province_id uuid not null,
        id uuid not null,
        sha256 text not null,
        size integer not null,
        name text not null,
        uploaded_by uuid not null,
        created_at timestamptz not null,
        constraint upload_pk primary key (province_id, id),
        constraint upload_uploader foreign key (province_id, uploaded_by) references account (province_id, id),
        constraint upload_size_positive check (size > 0)
      );
      create index upload_by_account on upload (province_id, uploaded_by);
      select protect_province_table('upload', 'select, insert, delete');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table upload;
    `);
  }
}
