import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provinces, the app role, and the one way a table becomes a province's: row-level security, enabled and forced. */
export class CreateTenancy1795219201000 implements MigrationInterface {
  name = 'CreateTenancy1795219201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'kiemtra_app') then
          create role kiemtra_app nologin;
          execute format('grant kiemtra_app to %I', current_user);
        end if;
      end $$;
      grant usage on schema public to kiemtra_app;

      create function protect_province_table(name regclass, privileges text default 'select, insert, update, delete')
      returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', name);
        execute format('alter table %s force row level security', name);
        execute format(
          'create policy own_province on %s using (province_id = nullif(current_setting(''app.province_id'', true), '''')::uuid)',
          name
        );
        execute format('grant %s on %s to kiemtra_app', privileges, name);
      end $$;
      revoke execute on function protect_province_table from public;

      create table province (
        id uuid not null,
        slug text not null,
        name text not null,
        unit_code text not null,
        created_at timestamptz not null default now(),
        constraint province_pk primary key (id),
        constraint province_slug_once unique (slug),
        constraint province_unit_once unique (unit_code)
      );
      grant select, insert, update on province to kiemtra_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table province;
      drop function protect_province_table;
    `);
  }
}
