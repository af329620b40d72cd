import type { OrganizationKind } from '@kiemtra/shared/organizations';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'organization_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'organization_pk' }) id: string;
  @Column({ type: 'text' }) kind: OrganizationKind;
  @Column({ name: 'administrative_unit_id', type: 'integer', nullable: true }) administrativeUnitId: number | null;
  @Column({ name: 'parent_id', type: 'uuid', nullable: true }) parentId: string | null;
  @Column({ name: 'successor_id', type: 'uuid', nullable: true }) successorId: string | null;
  @Column({ name: 'valid_from', type: 'date' }) validFrom: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

@Entity('organization_name')
export class OrganizationNameEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'organization_name_pk' })
  provinceId: string;
  @PrimaryColumn({ name: 'organization_id', type: 'uuid', primaryKeyConstraintName: 'organization_name_pk' })
  organizationId: string;
  @PrimaryColumn({ name: 'valid_from', type: 'date', primaryKeyConstraintName: 'organization_name_pk' })
  validFrom: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'short_name', type: 'text', nullable: true }) shortName: string | null;
  @Column({ name: 'search_text', type: 'text' }) searchText: string;
}
