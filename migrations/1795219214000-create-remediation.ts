import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests, whom they are addressed to, and the append-only thread of each addressee. */
export class CreateRemediation1795219214000 implements MigrationInterface {
  name = 'CreateRemediation1795219214000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request (
        province_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        kind text,
        text text not null,
        measure text,
        number text,
        issued_on date,
        position integer not null,
        created_by uuid,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        constraint request_pk primary key (province_id, id),
        constraint request_plan foreign key (province_id, plan_id) references plan (province_id, id),
        constraint request_creator foreign key (province_id, created_by) references account (province_id, id)
      );
      create index request_by_plan on request (province_id, plan_id);
      create table request_finding (
        province_id uuid not null,
        request_id uuid not null,
        finding_id uuid not null,
        constraint request_finding_pk primary key (province_id, request_id, finding_id),
        constraint request_finding_request foreign key (province_id, request_id) references request (province_id, id),
        constraint request_finding_finding foreign key (province_id, finding_id) references finding (province_id, id)
      );
      create index request_finding_by_finding on request_finding (province_id, finding_id);
      create table request_recipient (
        province_id uuid not null,
        id uuid not null,
        request_id uuid not null,
        organization_id uuid,
        label text,
        working_days integer,
        due_on date,
        state text not null default 'draft',
        position integer not null,
        version integer not null default 1,
        constraint request_recipient_pk primary key (province_id, id),
        constraint request_recipient_request foreign key (province_id, request_id) references request (province_id, id),
        constraint request_recipient_organization foreign key (province_id, organization_id) references organization (province_id, id),
        constraint request_recipient_unit_or_label check ((organization_id is null) <> (label is null)),
        constraint request_recipient_once unique (province_id, request_id, organization_id)
      );
      create index request_recipient_by_organization on request_recipient (province_id, organization_id, state);
      create table remedy_entry (
        province_id uuid not null,
        id uuid not null,
        recipient_id uuid not null,
        act text not null,
        text text,
        account_id uuid not null,
        actor_name text not null,
        at timestamptz not null default now(),
        constraint remedy_entry_pk primary key (province_id, id),
        constraint remedy_entry_recipient foreign key (province_id, recipient_id) references request_recipient (province_id, id),
        constraint remedy_entry_account foreign key (province_id, account_id) references account (province_id, id)
      );
      create index remedy_entry_by_recipient on remedy_entry (province_id, recipient_id, id);
      create function is_meant_for(recipient request_recipient, unit uuid) returns boolean language sql stable as $$
        select unit is null or unit = recipient.organization_id or not exists (
          select from request_recipient o where o.request_id = recipient.request_id and o.organization_id = unit
        )
      $$;
      comment on function is_meant_for is
        'a finding about a unit that is itself addressed goes to that unit alone, so no addressee reads of another';

      create function kept_findings() returns setof uuid language sql stable rows 100 as $$
        with own as materialized (select t.id, t.organization_id from own_targets() t), about as (
          select f.id, t.organization_id from own t join finding f on f.target_id = t.id
          union all
          select f.id, t.organization_id from own t
          join visit v on v.target_id = t.id
          join finding f on f.visit_id = v.id and f.target_id is null
        )
        select f.id from kept_plans() k join finding f on f.plan_id = k
        union all
        select f.id from about f
        where not exists (
          select from request_finding x join request_recipient r on r.request_id = x.request_id
          where x.finding_id = f.id and r.organization_id in (f.organization_id, caller_body()) and r.state <> 'draft'
        )
      $$;
      comment on function kept_findings is 'findings about the body of the caller that no request has told it';

      create function kept_requests() returns setof uuid language sql stable rows 100 as $$
        select q.id from kept_plans() k join request q on q.plan_id = k
        union all
        select r.request_id from own_targets() t
        join request q on q.plan_id = t.plan_id
        join request_recipient r on r.request_id = q.id and r.organization_id = t.organization_id
        where r.state = 'draft'
      $$;
      comment on function kept_requests is 'drafts of requests to the body of the caller, and all requests of what is kept from it';

      select protect_province_table('request');
      select protect_province_table('request_finding');
      select protect_province_table('request_recipient');
      select protect_province_table('remedy_entry', 'select, insert');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function kept_requests, kept_findings, is_meant_for;
      drop table remedy_entry, request_recipient, request_finding, request;
    `);
  }
}
