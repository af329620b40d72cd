import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('holiday')
export class HolidayEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'holiday_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'holiday_pk' }) date: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'is_working_day', type: 'boolean' }) isWorkingDay: boolean;
}
