import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Criteria sets, their versions, and the criteria of a version with their rules as data. */
export class CreateCriteria1795219208000 implements MigrationInterface {
  name = 'CreateCriteria1795219208000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table criteria_set (
        province_id uuid not null,
        id uuid not null,
        name text not null,
        purpose text not null,
        is_sample boolean not null,
        created_at timestamptz not null default now(),
        constraint criteria_set_pk primary key (province_id, id),
        constraint criteria_set_name_once unique (province_id, name),
        constraint criteria_set_province foreign key (province_id) references province (id)
      );
      create table criteria_version (
        province_id uuid not null,
        id uuid not null,
        set_id uuid not null,
        number integer not null,
        state text not null,
        settings jsonb not null,
        published_at timestamptz,
        created_at timestamptz not null default now(),
        constraint criteria_version_pk primary key (province_id, id),
        constraint criteria_version_set foreign key (province_id, set_id) references criteria_set (province_id, id),
        constraint criteria_version_once unique (province_id, set_id, number),
        constraint criteria_version_published check ((state = 'published') = (published_at is not null))
      );
      create table criterion (
        province_id uuid not null,
        version_id uuid not null,
        key text not null,
        parent_key text,
        position integer not null,
        content jsonb not null,
        constraint criterion_pk primary key (province_id, version_id, key),
        constraint criterion_version foreign key (province_id, version_id) references criteria_version (province_id, id),
        constraint criterion_parent foreign key (province_id, version_id, parent_key) references criterion (province_id, version_id, key)
      );
      create function refuse_change_of_published_criteria() returns trigger language plpgsql as $$
      begin
        if exists (
          select from criteria_version v
          where v.province_id = coalesce(new.province_id, old.province_id)
            and v.id = coalesce(new.version_id, old.version_id) and v.state = 'published'
        ) then
          raise exception 'a published criteria version is immutable' using errcode = 'integrity_constraint_violation', constraint = 'criterion_of_draft_only';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger criterion_of_draft_only before insert or update or delete on criterion
      for each row execute function refuse_change_of_published_criteria();
      create function refuse_change_of_published_version() returns trigger language plpgsql as $$
      begin
        raise exception 'a published criteria version is immutable' using errcode = 'integrity_constraint_violation', constraint = 'criteria_version_published_for_ever';
      end $$;
      create trigger criteria_version_published_for_ever before update or delete on criteria_version
      for each row when (old.state = 'published') execute function refuse_change_of_published_version();
      select protect_province_table('criteria_set');
      select protect_province_table('criteria_version');
      select protect_province_table('criterion');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table criterion, criteria_version, criteria_set;
      drop function refuse_change_of_published_criteria, refuse_change_of_published_version;
    `);
  }
}
