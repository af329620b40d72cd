import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an account gets mail, and one row for each digest that was begun. */
export class CreateDigests1795395303000 implements MigrationInterface {
  name = 'CreateDigests1795395303000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add email text;
      create table digest (
        province_id uuid not null,
        account_id uuid not null,
        day date not null,
        is_sent boolean not null default false,
        constraint digest_pk primary key (province_id, account_id, day),
        constraint digest_account foreign key (province_id, account_id) references account (province_id, id)
      );
      select protect_province_table('digest');
      select pgboss.create_queue('digests', '{"retryLimit": 5, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 300}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select pgboss.delete_queue('digests');
      drop table digest;
      alter table account drop email;
    `);
  }
}
