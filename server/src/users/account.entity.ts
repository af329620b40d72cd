import type { AccountState, Role } from '@kiemtra/shared/users';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of the directory: it has a province but no row-level security, so every query names the province itself. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'account_pk' }) id: string;
  @Column({ name: 'province_id', type: 'uuid' }) provinceId: string;
  @Column({ name: 'organization_id', type: 'uuid', nullable: true }) organizationId: string | null;
  @Column({ name: 'login_name', type: 'text' }) loginName: string;
  @Column({ name: 'display_name', type: 'text' }) displayName: string;
  @Column({ type: 'text', nullable: true }) position: string | null;
  @Column({ type: 'text', nullable: true }) email: string | null;
  @Column({ type: 'text', array: true }) roles: Role[];
  @Column({ type: 'text', default: 'pending' }) state: AccountState;
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash: string | null;
  @Column({ name: 'search_text', type: 'text' }) searchText: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ name: 'last_login_at', type: 'timestamptz', nullable: true }) lastLoginAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
