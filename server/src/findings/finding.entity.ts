import type { AreaCode } from '@kiemtra/shared/criteria';
import type { FindingKind, Severity } from '@kiemtra/shared/findings';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('finding')
export class FindingEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'finding_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'finding_pk' }) id: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId: string;
  @Column({ name: 'target_id', type: 'uuid', nullable: true }) targetId: string | null;
  @Column({ name: 'visit_id', type: 'uuid', nullable: true }) visitId: string | null;
  @Column({ name: 'criteria_version_id', type: 'uuid', nullable: true }) criteriaVersionId: string | null;
  @Column({ name: 'criterion_key', type: 'text', nullable: true }) criterionKey: string | null;
  @Column({ type: 'text' }) area: AreaCode;
  @Column({ type: 'text' }) kind: FindingKind;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'text', nullable: true }) extent: string | null;
  @Column({ name: 'legal_basis', type: 'text', nullable: true }) legalBasis: string | null;
  @Column({ type: 'text', nullable: true }) cause: string | null;
  @Column({ type: 'text', nullable: true }) severity: Severity | null;
  @Column({ type: 'integer' }) position: number;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}
