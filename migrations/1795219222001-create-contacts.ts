import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What devices said last about themselves, and the mark by which they notice a server that was restored. */
export class CreateContacts1795219222001 implements MigrationInterface {
  name = 'CreateContacts1795219222001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fieldwork_contact (
        province_id uuid not null,
        lane_id uuid not null,
        contacted_at timestamptz not null,
        max_seq integer not null,
        packs uuid[] not null,
        unsent integer not null,
        unsent_since timestamptz,
        pending_kib integer not null,
        storage text not null,
        clock_offset_ms bigint not null,
        app_version text not null,
        lost_at timestamptz,
        constraint fieldwork_contact_pk primary key (province_id, lane_id),
        constraint fieldwork_contact_lane foreign key (province_id, lane_id) references fieldwork_lane (province_id, id)
      );
      create index fieldwork_lane_by_account on fieldwork_lane (province_id, account_id);
      select protect_province_table('fieldwork_contact');
      alter table province add column epoch uuid not null default gen_random_uuid();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table province drop column epoch;
      drop index fieldwork_lane_by_account;
      drop table fieldwork_contact;
    `);
  }
}
