import type { FindingStanding, RemedyState, RequestKind, ThreadAct } from '@kiemtra/shared/remediation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request')
export class RequestEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'request_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'request_pk' }) id: string;
  @Column({ name: 'plan_id', type: 'uuid' }) planId: string;
  @Column({ type: 'text', nullable: true }) kind: RequestKind | null;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'text', nullable: true }) measure: string | null;
  @Column({ name: 'working_days', type: 'integer', nullable: true }) workingDays: number | null;
  @Column({ type: 'text', nullable: true }) number: string | null;
  @Column({ name: 'issued_on', type: 'date', nullable: true }) issuedOn: string | null;
  @Column({ type: 'integer' }) position: number;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}

@Entity('request_finding')
export class RequestFindingEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'request_finding_pk' })
  provinceId: string;
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'request_finding_pk' })
  requestId: string;
  @PrimaryColumn({ name: 'finding_id', type: 'uuid', primaryKeyConstraintName: 'request_finding_pk' })
  findingId: string;
}

@Entity('request_recipient')
export class RequestRecipientEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'request_recipient_pk' })
  provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'request_recipient_pk' }) id: string;
  @Column({ name: 'request_id', type: 'uuid' }) requestId: string;
  @Column({ name: 'organization_id', type: 'uuid', nullable: true }) organizationId: string | null;
  @Column({ type: 'text', nullable: true }) label: string | null;
  @Column({ name: 'working_days', type: 'integer', nullable: true }) workingDays: number | null;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn: string | null;
  @Column({ name: 'extended_to', type: 'date', nullable: true }) extendedTo: string | null;
  @Column({ name: 'asked_until', type: 'date', nullable: true }) askedUntil: string | null;
  @Column({ type: 'text', default: 'draft' }) state: RemedyState;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'integer', default: 1 }) version: number;
}

@Entity('remedy_entry')
export class RemedyEntryEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'remedy_entry_pk' }) provinceId: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'remedy_entry_pk' }) id: string;
  @Column({ name: 'recipient_id', type: 'uuid' }) recipientId: string;
  @Column({ type: 'text' }) act: ThreadAct;
  @Column({ type: 'text', nullable: true }) text: string | null;
  @Column({ type: 'date', nullable: true }) until: string | null;
  @Column({ name: 'account_id', type: 'uuid' }) accountId: string;
  @Column({ name: 'actor_name', type: 'text' }) actorName: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
}

/** What an entry says about one finding. */
@Entity('remedy_entry_finding')
export class RemedyEntryFindingEntity {
  @PrimaryColumn({ name: 'province_id', type: 'uuid', primaryKeyConstraintName: 'remedy_entry_finding_pk' })
  provinceId: string;
  @PrimaryColumn({ name: 'entry_id', type: 'uuid', primaryKeyConstraintName: 'remedy_entry_finding_pk' })
  entryId: string;
  @PrimaryColumn({ name: 'finding_id', type: 'uuid', primaryKeyConstraintName: 'remedy_entry_finding_pk' })
  findingId: string;
  @Column({ type: 'text' }) standing: FindingStanding;
  @Column({ type: 'text', nullable: true }) text: string | null;
  @Column({ name: 'done_on', type: 'date', nullable: true }) doneOn: string | null;
  @Column({ name: 'file_ids', type: 'uuid', array: true }) fileIds: string[];
}
