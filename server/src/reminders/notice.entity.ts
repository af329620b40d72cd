import type { NoticeKind } from '@kiemtra/shared/reminders';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'notice_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'notice_pk' }) id: string;
  @Column({ name: 'recipient_id', type: 'uuid' }) recipientId: string;
  @Column({ type: 'text' }) kind: NoticeKind;
  @Column({ name: 'counted_from', type: 'date' }) countedFrom: string;
  @Column({ type: 'integer' }) step: number;
  @Column({ type: 'integer' }) days: number;
  @Column({ name: 'told_on', type: 'date' }) toldOn: string;
}

@Entity('escalation_ladder')
export class EscalationLadderEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'escalation_ladder_pk' })
  provinceId: string;
  @PrimaryColumn({ name: 'plan_id', type: 'uuid', primaryKeyConstraintName: 'escalation_ladder_pk' }) planId: string;
  @Column({ type: 'integer' }) officer: number;
  @Column({ type: 'integer' }) head: number;
  @Column({ type: 'integer' }) superior: number;
  @Column({ type: 'integer' }) leader: number;
  @Column({ type: 'integer', default: 1 }) version: number;
}
