import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for a person: operations that the log holds and nothing applied. Their content stays in the log; what was
 * parked before is taken from there, past row-level security, which binds the owner too.
 */
export class CreateParkedOperations1795219217000 implements MigrationInterface {
  name = 'CreateParkedOperations1795219217000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table parked_operation (
        province_id uuid not null,
        id uuid not null default uuidv7(),
        lane_id uuid not null,
        seq integer not null,
        visit_id uuid not null,
        decision text,
        reason text,
        decided_by uuid,
        decided_at timestamptz,
        constraint parked_operation_pk primary key (province_id, id),
        constraint parked_operation_once unique (province_id, lane_id, seq),
        constraint parked_operation_lane foreign key (province_id, lane_id) references fieldwork_lane (province_id, id),
        constraint parked_operation_visit foreign key (province_id, visit_id) references visit (province_id, id),
        constraint parked_operation_decider foreign key (province_id, decided_by) references account (province_id, id),
        constraint parked_operation_decision check (decision in ('taken', 'refused')),
        constraint parked_operation_decided check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
        constraint parked_operation_reason check (decision is distinct from 'refused' or reason is not null)
      );
      create index parked_operation_by_visit on parked_operation (province_id, visit_id);
      alter table fieldwork_batch no force row level security;
      insert into parked_operation (province_id, lane_id, seq, visit_id)
      select b.province_id, b.lane_id, (r.receipt->>'seq')::integer, (b.operations->(r.place::integer - 1)->>'visit')::uuid
      from fieldwork_batch b, json_array_elements(b.receipts) with ordinality as r (receipt, place)
      where r.receipt->>'outcome' = 'parked';
      alter table fieldwork_batch force row level security;
      select protect_province_table('parked_operation');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table parked_operation;
    `);
  }
}
