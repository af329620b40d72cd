import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits of teams to targets, by half-day. */
export class CreateVisits1795219210000 implements MigrationInterface {
  name = 'CreateVisits1795219210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visit (
        province_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        target_id uuid not null,
        team_id uuid not null,
        date date,
        half_day text,
        place text,
        mode text not null,
        hosts jsonb not null,
        attendees jsonb not null,
        state text not null default 'planned',
        checked_in_at timestamptz,
        finalised_at timestamptz,
        version integer not null default 1,
        constraint visit_pk primary key (province_id, id),
        constraint visit_plan foreign key (province_id, plan_id) references plan (province_id, id),
        constraint visit_target foreign key (province_id, target_id) references plan_target (province_id, id),
        constraint visit_team foreign key (province_id, team_id) references team (province_id, id),
        constraint visit_half_day_of_date check (half_day is null or date is not null)
      );
      create index visit_by_date on visit (province_id, date);
      create index visit_by_target on visit (province_id, target_id);
      create index visit_by_team on visit (province_id, team_id);
      select protect_province_table('visit');

      create function kept_plans() returns setof uuid language sql stable rows 1 as $$
        select p.id from own_targets() t join plan p on p.id = t.plan_id
        where p.kind in ('surprise', 'public_service')
          and not exists (select from visit v where v.target_id = t.id and v.state in ('in_progress', 'finalised'))
      $$;
      comment on function kept_plans is 'surprises of which the body of the caller learns when the team has come';

      create function kept_visits() returns setof uuid language sql stable rows 100 as $$
        select v.id from kept_plans() k join plan_target t on t.plan_id = k join visit v on v.target_id = t.id
        union all
        select v.id from own_targets() t join plan p on p.id = t.plan_id join visit v on v.target_id = t.id
        where v.state not in ('notified', 'in_progress', 'finalised')
          or (p.kind in ('surprise', 'public_service') and v.state = 'notified')
      $$;
      comment on function kept_visits is 'visits of which the body of the caller is not told, or not yet';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function kept_visits, kept_plans;
      drop table visit;
    `);
  }
}
