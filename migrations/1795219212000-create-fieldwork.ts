import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lanes of devices and the append-only log of the batches they sent. */
export class CreateFieldwork1795219212000 implements MigrationInterface {
  name = 'CreateFieldwork1795219212000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fieldwork_lane (
        province_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        acked_through integer not null default 0,
        created_at timestamptz not null default now(),
        constraint fieldwork_lane_pk primary key (province_id, id),
        constraint fieldwork_lane_once unique (id),
        constraint fieldwork_lane_account foreign key (province_id, account_id) references account (province_id, id)
      );
      create table fieldwork_batch (
        province_id uuid not null,
        lane_id uuid not null,
        seq_from integer not null,
        seq_to integer not null,
        -- Taken while the targets are held: batches that touch the same target stand in the order of their commits.
        number bigint not null generated always as identity,
        operations json not null,
        receipts json not null,
        app_version text not null,
        received_at timestamptz not null,
        constraint fieldwork_batch_pk primary key (province_id, lane_id, seq_from),
        constraint fieldwork_batch_lane foreign key (province_id, lane_id) references fieldwork_lane (province_id, id),
        constraint fieldwork_batch_span check (seq_to >= seq_from)
      );
      select protect_province_table('fieldwork_lane');
      select protect_province_table('fieldwork_batch', 'select, insert');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table fieldwork_batch, fieldwork_lane;
    `);
  }
}
