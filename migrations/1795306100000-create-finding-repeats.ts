import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What teams said of shortcomings that look like earlier ones of the same unit, and the bodies whose history a body reads. */
export class CreateFindingRepeats1795306100000 implements MigrationInterface {
  name = 'CreateFindingRepeats1795306100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table finding_repeat (
        province_id uuid not null,
        finding_id uuid not null,
        earlier_ids uuid[] not null,
        account_id uuid not null,
        actor_name text not null,
        at timestamptz not null,
        constraint finding_repeat_pk primary key (province_id, finding_id),
        constraint finding_repeat_of foreign key (province_id, finding_id) references finding (province_id, id) on delete cascade,
        constraint finding_repeat_account foreign key (province_id, account_id) references account (province_id, id)
      );
      select protect_province_table('finding_repeat');

      create function body_and_before(body uuid) returns setof uuid language sql stable rows 3 as $$
        with recursive before as (
          select body as id
          union
          select o.id from before b join organization o on o.successor_id = b.id
        )
        select b.id from before b where b.id is not null
      $$;
      comment on function body_and_before is 'the body and those it took over, whose history it reads';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function body_and_before;
      drop table finding_repeat;
    `);
  }
}
