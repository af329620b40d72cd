import type { AccountState, Role } from './roles.js';

/** The caller: who, with which roles, for which unit, in which province. */
export interface MeView {
  accountId: string;
  loginName: string;
  displayName: string;
  position: string | null;
  /** Where the daily digest goes. */
  email: string | null;
  roles: Role[];
  organization: { id: string; name: string } | null;
  province: { id: string; name: string };
}

export interface AccountView {
  id: string;
  loginName: string;
  displayName: string;
  position: string | null;
  /** Where the daily digest goes. */
  email: string | null;
  roles: Role[];
  organization: { id: string; name: string } | null;
  state: AccountState;
  lastLoginAt: string | null;
  version: number;
}

/** A printed slip; the code is shown this once and never stored in the clear. */
export interface ActivationSlipView {
  accountId: string;
  loginName: string;
  displayName: string;
  organizationName: string | null;
  code: string;
  /** Instant, ISO 8601. */
  expiresAt: string;
}

export interface SessionView {
  id: string;
  isCurrent: boolean;
  createdAt: string;
  lastSeenAt: string;
  address: string;
  device: string;
}
