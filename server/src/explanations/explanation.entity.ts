import type { DraftState, Settling, Stance } from '@kiemtra/shared/explanations';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draft_conclusion')
export class DraftConclusionEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'draft_conclusion_pk' })
  provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'draft_conclusion_pk' }) id: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId: string;
  @Column({ name: 'target_id', type: 'uuid' }) targetId: string;
  @Column({ name: 'working_days', type: 'integer' }) workingDays: number;
  @Column({ type: 'text', default: 'preparing' }) state: DraftState;
  @Column({ name: 'put_on', type: 'date', nullable: true }) putOn: string | null;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}

/** A finding in a draft, and what the team made of it. */
@Entity('draft_conclusion_finding')
export class PutFindingEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'draft_conclusion_finding_pk' })
  provinceId: string;
  @PrimaryColumn({ name: 'draft_id', type: 'uuid', primaryKeyConstraintName: 'draft_conclusion_finding_pk' })
  draftId: string;
  @PrimaryColumn({ name: 'finding_id', type: 'uuid', primaryKeyConstraintName: 'draft_conclusion_finding_pk' })
  findingId: string;
  @Column({ name: 'put_text', type: 'text', nullable: true }) putText: string | null;
  @Column({ name: 'settlement_id', type: 'uuid', nullable: true }) settlementId: string | null;
  @Column({ type: 'text', nullable: true }) settling: Settling | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ name: 'settled_by', type: 'uuid', nullable: true }) settledBy: string | null;
  @Column({ name: 'settled_by_name', type: 'text', nullable: true }) settledByName: string | null;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

@Entity('explanation')
export class ExplanationEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'explanation_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'explanation_pk' }) id: string;
  @Column({ name: 'draft_id', type: 'uuid' }) draftId: string;
  @Column({ name: 'finding_id', type: 'uuid' }) findingId: string;
  /** The version of the finding in the draft that this word made. */
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'text' }) stance: Stance;
  @Column({ type: 'text', nullable: true }) text: string | null;
  @Column({ name: 'account_id', type: 'uuid' }) accountId: string;
  @Column({ name: 'actor_name', type: 'text' }) actorName: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
