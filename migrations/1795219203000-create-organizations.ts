import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bodies of a province, under the names they had at each date. */
export class CreateOrganizations1795219203000 implements MigrationInterface {
  name = 'CreateOrganizations1795219203000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization (
        province_id uuid not null,
        id uuid not null,
        kind text not null,
        administrative_unit_id integer,
        parent_id uuid,
        successor_id uuid,
        valid_from date not null,
        valid_to date,
        version integer not null default 1,
        constraint organization_pk primary key (province_id, id),
        constraint organization_province foreign key (province_id) references province (id),
        constraint organization_unit foreign key (administrative_unit_id) references administrative_unit (id),
        constraint organization_parent foreign key (province_id, parent_id) references organization (province_id, id),
        constraint organization_successor foreign key (province_id, successor_id) references organization (province_id, id),
        constraint organization_span check (valid_to is null or valid_to > valid_from),
        constraint organization_not_own_parent check (parent_id <> id),
        constraint organization_not_own_successor check (successor_id <> id)
      );
      create index organization_by_parent on organization (province_id, parent_id);
      create index organization_by_successor on organization (province_id, successor_id);
      create table organization_name (
        province_id uuid not null,
        organization_id uuid not null,
        valid_from date not null,
        valid_to date,
        name text not null,
        short_name text,
        search_text text not null,
        constraint organization_name_pk primary key (province_id, organization_id, valid_from),
        constraint organization_name_of foreign key (province_id, organization_id) references organization (province_id, id),
        constraint organization_name_span check (valid_to is null or valid_to > valid_from)
      );
      select protect_province_table('organization');
      select protect_province_table('organization_name');

      create function organization_name_on(organization uuid, day date) returns text language sql stable as $$
        select n.name from organization_name n where n.organization_id = organization
        order by n.valid_from <= day desc, case when n.valid_from <= day then n.valid_from end desc, n.valid_from limit 1
      $$;
      comment on function organization_name_on is 'the name on a day; before the first name the first, after the end the last';

      create function body_and_above(body uuid) returns table (id uuid, steps integer) language sql stable rows 5 as $$
        with recursive above as (
          select o.id, o.parent_id, 0 as steps from organization o where o.id = body
          union all
          select o.id, o.parent_id, a.steps + 1 from organization o join above a on o.id = a.parent_id
        ) cycle id set is_seen using way
        select a.id, a.steps from above a where not a.is_seen
      $$;
      comment on function body_and_above is 'the body and those it stands below, with how many steps up';

      create function caller_body() returns uuid language sql stable as $$
        select nullif(current_setting('app.organization_id', true), '')::uuid
      $$;
      comment on function caller_body is 'where the caller of the work under way works; null for a command';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller_body, body_and_above, organization_name_on;
      drop table organization_name, organization;
    `);
  }
}
