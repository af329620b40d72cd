import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was told about requests, who has read it, the ladder of a campaign, and up to which day a province was reminded. */
export class CreateReminders1795395302000 implements MigrationInterface {
  name = 'CreateReminders1795395302000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table province add reminded_on date;

      create table notice (
        province_id uuid not null,
        id uuid not null,
        recipient_id uuid not null,
        kind text not null,
        counted_from date not null,
        step integer not null,
        days integer not null,
        told_on date not null,
        constraint notice_pk primary key (province_id, id),
        constraint notice_recipient foreign key (province_id, recipient_id) references request_recipient (province_id, id),
        constraint notice_once unique (province_id, recipient_id, kind, counted_from, step)
      );
      create table notice_reading (
        province_id uuid not null,
        notice_id uuid not null,
        account_id uuid not null,
        at timestamptz not null default now(),
        constraint notice_reading_pk primary key (province_id, notice_id, account_id),
        constraint notice_reading_notice foreign key (province_id, notice_id) references notice (province_id, id),
        constraint notice_reading_account foreign key (province_id, account_id) references account (province_id, id)
      );
      create table escalation_ladder (
        province_id uuid not null,
        plan_id uuid not null,
        officer integer not null,
        head integer not null,
        superior integer not null,
        leader integer not null,
        version integer not null default 1,
        constraint escalation_ladder_pk primary key (province_id, plan_id),
        constraint escalation_ladder_plan foreign key (province_id, plan_id) references plan (province_id, id),
        constraint escalation_ladder_ascends check (0 < officer and officer < head and head < superior and superior < leader)
      );
      create index request_recipient_by_due on request_recipient (province_id, coalesce(extended_to, due_on)) where state in ('issued', 'acknowledged', 'returned');
      select protect_province_table('notice', 'select, insert');
      select protect_province_table('notice_reading', 'select, insert');
      select protect_province_table('escalation_ladder', 'select, insert, update');

      select pgboss.create_queue('reminders', '{"policy": "short", "retryLimit": 0, "expireInSeconds": 300}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select pgboss.delete_queue('reminders');
      drop index request_recipient_by_due;
      drop table escalation_ladder, notice_reading, notice;
      alter table province drop reminded_on;
    `);
  }
}
