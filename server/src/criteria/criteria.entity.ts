import type { Purpose, VersionState } from '@kiemtra/shared/criteria';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VersionSettings } from './criteria-version.js';

@Entity('criteria_set')
export class CriteriaSetEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'criteria_set_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'criteria_set_pk' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) purpose: Purpose;
  @Column({ name: 'is_sample', type: 'boolean' }) isSample: boolean;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity('criteria_version')
export class CriteriaVersionEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'criteria_version_pk' })
  provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'criteria_version_pk' }) id: string;
  @Column({ name: 'set_id', type: 'uuid' }) setId: string;
  @Column({ type: 'integer' }) number: number;
  @Column({ type: 'text' }) state: VersionState;
  @Column({ type: 'jsonb' }) settings: VersionSettings;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}

@Entity('criterion')
export class CriterionEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'criterion_pk' }) provinceId: string;
  @PrimaryColumn({ name: 'version_id', type: 'uuid', primaryKeyConstraintName: 'criterion_pk' }) versionId: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'criterion_pk' }) key: string;
  @Column({ name: 'parent_key', type: 'text', nullable: true }) parentKey: string | null;
  @Column({ type: 'integer' }) position: number;
  /** The rest of the criterion, as shared/criteria describes it. */
  @Column({ type: 'jsonb' }) content: unknown;
}
