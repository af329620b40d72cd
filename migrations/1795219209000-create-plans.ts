import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspection plans, what they inspect, and the teams that go. */
export class CreatePlans1795219209000 implements MigrationInterface {
  name = 'CreatePlans1795219209000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan (
        province_id uuid not null,
        id uuid not null,
        kind text not null,
        authority_id uuid not null,
        title text not null,
        number text,
        issued_on date,
        year integer not null,
        legal_bases jsonb not null,
        areas text[] not null,
        other_contents jsonb not null,
        data_from date,
        data_to date,
        starts_on date,
        ends_on date,
        schedule_note text,
        criteria_version_id uuid,
        state text not null default 'draft',
        is_sample boolean not null default false,
        created_by uuid,
        created_at timestamptz not null default now(),
        search_text text not null,
        version integer not null default 1,
        constraint plan_pk primary key (province_id, id),
        constraint plan_province foreign key (province_id) references province (id),
        constraint plan_authority foreign key (province_id, authority_id) references organization (province_id, id),
        constraint plan_criteria foreign key (province_id, criteria_version_id) references criteria_version (province_id, id),
        constraint plan_creator foreign key (province_id, created_by) references account (province_id, id),
        constraint plan_span check (ends_on >= starts_on),
        constraint plan_data_span check (data_to >= data_from)
      );
      create table plan_target (
        province_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        organization_id uuid,
        label text,
        unit_count integer,
        parent_id uuid,
        position integer not null,
        criteria_version_id uuid,
        vseq bigint not null default 0,
        constraint plan_target_pk primary key (province_id, id),
        constraint plan_target_plan foreign key (province_id, plan_id) references plan (province_id, id),
        constraint plan_target_organization foreign key (province_id, organization_id) references organization (province_id, id),
        constraint plan_target_parent foreign key (province_id, parent_id) references plan_target (province_id, id),
        constraint plan_target_criteria foreign key (province_id, criteria_version_id) references criteria_version (province_id, id),
        constraint plan_target_unit_or_label check ((organization_id is null) <> (label is null)),
        constraint plan_target_count_of_label check (unit_count is null or (label is not null and unit_count > 0)),
        constraint plan_target_unit_once unique (province_id, plan_id, organization_id)
      );
      create index plan_target_by_organization on plan_target (province_id, organization_id);
      create table team (
        province_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        name text not null,
        decision_number text,
        decision_on date,
        version integer not null default 1,
        constraint team_pk primary key (province_id, id),
        constraint team_plan foreign key (province_id, plan_id) references plan (province_id, id)
      );
      create index team_by_plan on team (province_id, plan_id);
      create table team_member (
        province_id uuid not null,
        id uuid not null,
        team_id uuid not null,
        account_id uuid,
        name text not null,
        position text,
        role text not null,
        areas text[] not null,
        rank integer not null,
        joined_at timestamptz not null default now(),
        left_at timestamptz,
        constraint team_member_pk primary key (province_id, id),
        constraint team_member_team foreign key (province_id, team_id) references team (province_id, id),
        constraint team_member_account foreign key (province_id, account_id) references account (province_id, id)
      );
      create index team_member_by_team on team_member (province_id, team_id);
      create index team_member_by_account on team_member (province_id, account_id);
      create unique index team_member_once on team_member (province_id, team_id, account_id) where left_at is null;
      create unique index team_lead_once on team_member (province_id, team_id) where role = 'lead' and left_at is null;
      create function naming_day(of plan) returns date language sql immutable as $$
        select coalesce(of.starts_on, of.issued_on, make_date(of.year, 7, 1))
      $$;
      comment on function naming_day is 'the day whose names the units of a plan bear';

      create function own_targets() returns setof plan_target language sql stable rows 10 as $$
        with above as materialized (select b.id, b.steps from body_and_above(caller_body()) b)
        select t.* from above b
        cross join lateral (select o.* from plan_target o where o.organization_id = b.id offset 0) t
        join plan p on p.id = t.plan_id
        left join above a on a.id = p.authority_id
        where a.id is null or a.steps > b.steps
      $$;
      comment on function own_targets is
        'targets that are the body of the caller or stand above it; nothing is kept from the body that conducts the campaign';

      select protect_province_table('plan');
      select protect_province_table('plan_target');
      select protect_province_table('team');
      select protect_province_table('team_member');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function own_targets, naming_day;
      drop table team_member, team, plan_target, plan;
    `);
  }
}
