import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the entries of a thread say about single findings: the unit's report on each, the department's decision on each. */
export class CreateFindingWords1795392001000 implements MigrationInterface {
  name = 'CreateFindingWords1795392001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table remedy_entry_finding (
        province_id uuid not null,
        entry_id uuid not null,
        finding_id uuid not null,
        standing text not null,
        text text,
        done_on date,
        file_ids uuid[] not null,
        constraint remedy_entry_finding_pk primary key (province_id, entry_id, finding_id),
        constraint remedy_entry_finding_entry foreign key (province_id, entry_id) references remedy_entry (province_id, id),
        constraint remedy_entry_finding_finding foreign key (province_id, finding_id) references finding (province_id, id)
      );
      create index remedy_entry_finding_by_finding on remedy_entry_finding (province_id, finding_id);
      select protect_province_table('remedy_entry_finding', 'select, insert');

      create function is_remedied(recipient request_recipient, finding uuid) returns boolean language sql stable as $$
        select recipient.state = 'accepted' or exists (
          select from remedy_entry_finding w join remedy_entry e on e.id = w.entry_id
          where e.recipient_id = recipient.id and w.finding_id = finding and w.standing = 'accepted'
        )
      $$;
      comment on function is_remedied is 'the department has accepted what the recipient did about the finding; it stays accepted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function is_remedied; drop table remedy_entry_finding;');
  }
}
