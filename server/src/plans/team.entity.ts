import type { AreaCode } from '@kiemtra/shared/criteria';
import type { TeamRole } from '@kiemtra/shared/plans';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team')
export class TeamEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'team_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'team_pk' }) id: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'decision_number', type: 'text', nullable: true }) decisionNumber: string | null;
  @Column({ name: 'decision_on', type: 'date', nullable: true }) decisionOn: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

/** A membership; who leaves keeps the row, so that what was recorded before can still be taken in. */
@Entity('team_member')
export class TeamMemberEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'team_member_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'team_member_pk' }) id: string;
  @Column({ name: 'team_id', type: 'uuid' }) teamId: string;
  @Column({ name: 'account_id', type: 'uuid', nullable: true }) accountId: string | null;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', nullable: true }) position: string | null;
  @Column({ type: 'text' }) role: TeamRole;
  @Column({ type: 'text', array: true }) areas: AreaCode[];
  @Column({ type: 'integer' }) rank: number;
  @Column({ name: 'joined_at', type: 'timestamptz', default: () => 'now()' }) joinedAt: Date;
  @Column({ name: 'left_at', type: 'timestamptz', nullable: true }) leftAt: Date | null;
}
