import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public holidays and compensated working days of a province. */
export class CreateCalendar1795219206000 implements MigrationInterface {
  name = 'CreateCalendar1795219206000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table holiday (
        province_id uuid not null,
        date date not null,
        name text not null,
        is_working_day boolean not null,
        constraint holiday_pk primary key (province_id, date),
        constraint holiday_province foreign key (province_id) references province (id)
      );
      select protect_province_table('holiday');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table holiday;
    `);
  }
}
