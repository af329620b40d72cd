import type { AreaCode } from '@kiemtra/shared/criteria';
import type { LegalBasisView, PlanKind, PlanState } from '@kiemtra/shared/plans';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('plan')
export class PlanEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'plan_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_pk' }) id: string;
  @Column({ type: 'text' }) kind: PlanKind;
  @Column({ name: 'authority_id', type: 'uuid' }) authorityId: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text', nullable: true }) number: string | null;
  @Column({ name: 'issued_on', type: 'date', nullable: true }) issuedOn: string | null;
  @Column({ type: 'integer' }) year: number;
  @Column({ name: 'legal_bases', type: 'jsonb' }) legalBases: LegalBasisView[];
  @Column({ type: 'text', array: true }) areas: AreaCode[];
  @Column({ name: 'other_contents', type: 'jsonb' }) otherContents: string[];
  @Column({ name: 'data_from', type: 'date', nullable: true }) dataFrom: string | null;
  @Column({ name: 'data_to', type: 'date', nullable: true }) dataTo: string | null;
  @Column({ name: 'starts_on', type: 'date', nullable: true }) startsOn: string | null;
  @Column({ name: 'ends_on', type: 'date', nullable: true }) endsOn: string | null;
  @Column({ name: 'schedule_note', type: 'text', nullable: true }) scheduleNote: string | null;
  @Column({ name: 'criteria_version_id', type: 'uuid', nullable: true }) criteriaVersionId: string | null;
  @Column({ type: 'text', default: 'draft' }) state: PlanState;
  @Column({ name: 'is_sample', type: 'boolean', default: false }) isSample: boolean;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'search_text', type: 'text' }) searchText: string;
  @Column({ type: 'integer', default: 1 }) version: number;
}

@Entity('plan_target')
export class PlanTargetEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'plan_target_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_target_pk' }) id: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId: string;
  @Column({ name: 'organization_id', type: 'uuid', nullable: true }) organizationId: string | null;
  @Column({ type: 'text', nullable: true }) label: string | null;
  @Column({ name: 'unit_count', type: 'integer', nullable: true }) unitCount: number | null;
  @Column({ name: 'parent_id', type: 'uuid', nullable: true }) parentId: string | null;
  @Column({ type: 'integer' }) position: number;
  @Column({ name: 'criteria_version_id', type: 'uuid', nullable: true }) criteriaVersionId: string | null;
  /** Counted up with every change of the target's answers; devices pull what is newer than what they have. */
  @Column({ type: 'bigint', default: 0 }) vseq: number;
}
