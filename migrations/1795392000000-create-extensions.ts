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
      create function recipient_name(of request_recipient, asked request, under plan) returns text language sql stable as $$
        select coalesce(organization_name_on(of.organization_id, coalesce(asked.issued_on, naming_day(under))), of.label)
      $$;
      comment on function recipient_name is 'the unit under its name on the day of the paper, or the words that stand for it';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function recipient_name, due_day;
      alter table remedy_entry drop column until;
      alter table request_recipient drop column extended_to, drop column asked_until;
    `);
  }
}
