import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('finding_repeat')
export class FindingRepeatEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'finding_repeat_pk' })
  provinceId: string;
  @PrimaryColumn({ name: 'finding_id', type: 'uuid', primaryKeyConstraintName: 'finding_repeat_pk' }) findingId: string;
  @Column({ name: 'earlier_ids', type: 'uuid', array: true }) earlierIds: string[];
  @Column({ name: 'account_id', type: 'uuid' }) accountId: string;
  @Column({ name: 'actor_name', type: 'text' }) actorName: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
