import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More time for a recipient: what is asked for, and until when it was granted. `due_on` stays as it was issued. */
export class CreateExtensions1795392000000 implements MigrationInterface {
  name = 'CreateExtensions1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request_recipient add column extended_to date, add column asked_until date;
      comment on column request_recipient.extended_to is 'the due date that counts instead of due_on';
      comment on column request_recipient.asked_until is 'what the open ask for more time proposes';
      alter table remedy_entry add column until date;
      comment on column remedy_entry.until is 'the due date that the act asks for or grants';
      create function due_day(of request_recipient) returns date language sql immutable as $$
        select coalesce(of.extended_to, of.due_on)
      $$;
      comment on function due_day is 'the due date that counts';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function due_day;
      alter table remedy_entry drop column until;
      alter table request_recipient drop column extended_to, drop column asked_until;
    `);
  }
}
