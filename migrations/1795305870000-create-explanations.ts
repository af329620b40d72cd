import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Draft conclusions, what the unit says of their findings, and what the team makes of it. */
export class CreateExplanations1795305870000 implements MigrationInterface {
  name = 'CreateExplanations1795305870000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table draft_conclusion (
        province_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        target_id uuid not null,
        working_days integer not null,
        state text not null default 'preparing',
        put_on date,
        due_on date,
        created_by uuid not null,
        created_at timestamptz not null,
        version integer not null default 1,
        constraint draft_conclusion_pk primary key (province_id, id),
        constraint draft_conclusion_plan foreign key (province_id, plan_id) references plan (province_id, id),
        constraint draft_conclusion_target foreign key (province_id, target_id) references plan_target (province_id, id),
        constraint draft_conclusion_creator foreign key (province_id, created_by) references account (province_id, id),
        constraint draft_conclusion_put check ((state = 'preparing') = (put_on is null) and (put_on is null) = (due_on is null))
      );
      create index draft_conclusion_by_plan on draft_conclusion (province_id, plan_id);
      create index draft_conclusion_by_target on draft_conclusion (province_id, target_id);
      create table draft_conclusion_finding (
        province_id uuid not null,
        draft_id uuid not null,
        finding_id uuid not null,
        put_text text,
        settlement_id uuid,
        settling text,
        reason text,
        settled_by uuid,
        settled_by_name text,
        settled_at timestamptz,
        version integer not null default 1,
        constraint draft_conclusion_finding_pk primary key (province_id, draft_id, finding_id),
        constraint draft_conclusion_finding_once unique (province_id, finding_id),
        constraint draft_conclusion_finding_settlement unique (province_id, settlement_id),
        constraint draft_conclusion_finding_draft foreign key (province_id, draft_id) references draft_conclusion (province_id, id),
        constraint draft_conclusion_finding_finding foreign key (province_id, finding_id) references finding (province_id, id),
        constraint draft_conclusion_finding_settler foreign key (province_id, settled_by) references account (province_id, id),
        constraint draft_conclusion_finding_settled check (
          num_nulls(settlement_id, settling, settled_by, settled_by_name, settled_at) in (0, 5)
          and (put_text is not null or settling is null)
        )
      );
      create table explanation (
        province_id uuid not null,
        id uuid not null,
        draft_id uuid not null,
        finding_id uuid not null,
        position integer not null,
        stance text not null,
        text text,
        account_id uuid not null,
        actor_name text not null,
        at timestamptz not null,
        constraint explanation_pk primary key (province_id, id),
        constraint explanation_finding foreign key (province_id, draft_id, finding_id)
          references draft_conclusion_finding (province_id, draft_id, finding_id),
        constraint explanation_in_order unique (province_id, draft_id, finding_id, position),
        constraint explanation_account foreign key (province_id, account_id) references account (province_id, id)
      );
      select protect_province_table('draft_conclusion');
      select protect_province_table('draft_conclusion_finding');
      select protect_province_table('explanation', 'select, insert');

      alter table evidence add column explanation_id uuid,
        add constraint evidence_explanation foreign key (province_id, explanation_id) references explanation (province_id, id),
        drop constraint evidence_of_one_thing,
        add constraint evidence_of_one_thing
          check (num_nonnulls(assessment_id, finding_id, remedy_entry_id, explanation_id) = 1);
      create index evidence_by_explanation on evidence (province_id, explanation_id) where explanation_id is not null;

      create function drafts_told_to(unit uuid) returns setof uuid language sql stable rows 10 as $$
        select d.id from plan_target t join draft_conclusion d on d.target_id = t.id
        where t.organization_id = unit and d.state <> 'preparing' and d.plan_id not in (select kept_plans())
      $$;
      comment on function drafts_told_to is 'draft conclusions that were put to the unit';

      create function findings_told_to(unit uuid) returns setof uuid language sql stable rows 100 as $$
        select f.id from request_recipient r
        join request_finding x on x.request_id = r.request_id
        join finding f on f.id = x.finding_id
        left join plan_target t on t.id = f.target_id
        where r.organization_id = unit and r.state <> 'draft' and is_meant_for(r, t.organization_id)
        union all
        select i.finding_id from drafts_told_to(unit) d join draft_conclusion_finding i on i.draft_id = d
      $$;
      comment on function findings_told_to is 'all that a unit may read of findings: in requests issued to it, and in draft conclusions put to it';

      create function kept_drafts() returns setof uuid language sql stable rows 10 as $$
        select d.id from kept_plans() k join draft_conclusion d on d.plan_id = k
        union all
        select d.id from own_targets() t join draft_conclusion d on d.target_id = t.id where d.state = 'preparing'
      $$;
      comment on function kept_drafts is 'draft conclusions about the body of the caller that were not put to it, and all of what is kept from it';

      ${KEPT_FINDINGS(`and not exists (
          select from draft_conclusion_finding i join draft_conclusion d on d.id = i.draft_id
          where i.finding_id = f.id and d.state <> 'preparing'
        )`)}
      comment on function kept_findings is 'findings about the body of the caller that neither a request nor a draft conclusion has told it';
      ${KEPT_FILES(`union all
        select e.id from kept_drafts() k
        join explanation n on n.draft_id = k
        join evidence e on e.explanation_id = n.id`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${KEPT_FILES('')}
      ${KEPT_FINDINGS('')}
      comment on function kept_findings is 'findings about the body of the caller that no request has told it';
      drop function kept_drafts, findings_told_to, drafts_told_to;
      -- Row-level security binds the owner too.
      alter table evidence no force row level security;
      delete from evidence where explanation_id is not null;
      alter table evidence force row level security;
      drop index evidence_by_explanation;
      alter table evidence drop constraint evidence_of_one_thing, drop column explanation_id,
        add constraint evidence_of_one_thing check (num_nonnulls(assessment_id, finding_id, remedy_entry_id) = 1);
      drop table explanation, draft_conclusion_finding, draft_conclusion;
    `);
  }
}

/** SQL: as it was when remediation came, with what else tells a body of a finding. */
const KEPT_FINDINGS = (andNotTold: string) => `
  create or replace function kept_findings() returns setof uuid language sql stable rows 100 as $$
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
    ) ${andNotTold}
  $$;`;

/** SQL: as it was when evidence came, with the files of what else is kept. */
const KEPT_FILES = (andOthers: string) => `
  create or replace function kept_files() returns setof uuid language sql stable rows 100 as $$
    with kept as (
      select t.id from own_targets() t
      union
      select t.id from kept_plans() k join plan_target t on t.plan_id = k
    )
    select e.id from kept k join assessment s on s.target_id = k.id join evidence e on e.assessment_id = s.id
    union all
    select e.id from kept_findings() k join evidence e on e.finding_id = k
    union all
    select e.id from kept_requests() k
    join request_recipient r on r.request_id = k
    join remedy_entry m on m.recipient_id = r.id
    join evidence e on e.remedy_entry_id = m.id
    ${andOthers}
  $$;`;
