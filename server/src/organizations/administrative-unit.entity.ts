import type { AdministrativeUnitKind } from '@kiemtra/shared/organizations';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** National reference data, written by the import alone; no province. */
@Entity('administrative_unit')
export class AdministrativeUnitEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'administrative_unit_pk',
  })
  id: number;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) kind: AdministrativeUnitKind;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'parent_id', type: 'integer', nullable: true }) parentId: number | null;
  @Column({ name: 'valid_from', type: 'date' }) validFrom: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
  @Column({ name: 'search_text', type: 'text' }) searchText: string;
}
