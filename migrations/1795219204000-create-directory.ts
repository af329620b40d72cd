import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, activation slips and the counters of tries: the directory, resolved before any province is. */
export class CreateDirectory1795219204000 implements MigrationInterface {
  name = 'CreateDirectory1795219204000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid not null,
        province_id uuid not null,
        organization_id uuid,
        login_name text not null,
        display_name text not null,
        position text,
        roles text[] not null,
        state text not null default 'pending',
        password_hash text,
        search_text text not null,
        created_at timestamptz not null default now(),
        last_login_at timestamptz,
        version integer not null default 1,
        constraint account_pk primary key (id),
        constraint account_login_name_once unique (login_name),
        constraint account_province foreign key (province_id) references province (id),
        constraint account_in_province unique (province_id, id),
        constraint account_organization foreign key (province_id, organization_id) references organization (province_id, id),
        constraint account_roles_some check (cardinality(roles) > 0),
        constraint account_state_known check (state in ('pending', 'active', 'deactivated')),
        constraint account_active_has_password check (state <> 'active' or password_hash is not null)
      );
      create table session (
        id uuid not null,
        account_id uuid not null,
        token_hash bytea not null,
        address text not null,
        device text not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz,
        constraint session_pk primary key (id),
        constraint session_token_once unique (token_hash),
        constraint session_account foreign key (account_id) references account (id)
      );
      create index session_by_account on session (account_id) where ended_at is null;
      create table activation_slip (
        id uuid not null,
        account_id uuid not null,
        code_hash bytea not null,
        created_by uuid,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint activation_slip_pk primary key (id),
        constraint activation_slip_account foreign key (account_id) references account (id)
      );
      create index activation_slip_by_account on activation_slip (account_id);
      create table try_counter (
        key text not null,
        tries integer not null,
        window_ends_at timestamptz not null,
        constraint try_counter_pk primary key (key)
      );
      grant select, insert, update, delete on account, session, activation_slip, try_counter to kiemtra_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table try_counter, activation_slip, session, account;
    `);
  }
}
