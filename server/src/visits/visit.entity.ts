import type { HalfDay, VisitMode, VisitPersonView, VisitState } from '@kiemtra/shared/visits';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('visit')
export class VisitEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'visit_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'visit_pk' }) id: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId: string;
  @Column({ name: 'target_id', type: 'uuid' }) targetId: string;
  @Column({ name: 'team_id', type: 'uuid' }) teamId: string;
  @Column({ type: 'date', nullable: true }) date: string | null;
  @Column({ name: 'half_day', type: 'text', nullable: true }) halfDay: HalfDay | null;
  @Column({ type: 'text', nullable: true }) place: string | null;
  @Column({ type: 'text' }) mode: VisitMode;
  @Column({ type: 'jsonb' }) hosts: VisitPersonView[];
  @Column({ type: 'jsonb' }) attendees: VisitPersonView[];
  @Column({ type: 'text', default: 'planned' }) state: VisitState;
  @Column({ name: 'checked_in_at', type: 'timestamptz', nullable: true }) checkedInAt: Date | null;
  @Column({ name: 'finalised_at', type: 'timestamptz', nullable: true }) finalisedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
