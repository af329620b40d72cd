import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a visit was closed with, each time; and whether the person behind a lane has said to be done with a visit. */
export class KeepClosings1795305700000 implements MigrationInterface {
  name = 'KeepClosings1795305700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visit_revision (
        province_id uuid not null,
        visit_id uuid not null,
        number integer not null,
        manifest text not null,
        constraint visit_revision_pk primary key (province_id, visit_id, number),
        constraint visit_revision_of foreign key (province_id, visit_id) references visit (province_id, id),
        constraint visit_revision_manifest check (manifest ~ '^[0-9a-f]{64}$')
      );
      select protect_province_table('visit_revision', 'select, insert');

      create function lane_is_ready(lane uuid, visit uuid) returns boolean language sql stable as $$
        select coalesce((
          select o.kept ->> 'kind' = 'visit.ready'
          from fieldwork_batch b cross join json_array_elements(b.operations) with ordinality o(kept, n)
          where b.lane_id = lane and (o.kept ->> 'visit')::uuid = visit
          order by b.seq_from desc, o.n desc limit 1
        ), false)
      $$;
      comment on function lane_is_ready is 'the last word of the lane about the visit is that its person is done';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function lane_is_ready;
      drop table visit_revision;
    `);
  }
}
