import { can, type MeView, type Permission } from '@kiemtra/shared/users';
import { createContext, useContext, type ReactNode } from 'react';

const MeContext = createContext<MeView | null>(null);

/** Makes the logged-in account known to every screen below. */
export function MeProvider({ me, children }: { me: MeView; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** The logged-in account. */
export function useMe(): MeView {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe needs a MeProvider above it');
  return me;
}

/** True when the account may do this somewhere: for showing a menu or a button. */
export function useCan(permission: Permission): boolean {
  return can(useMe(), permission);
}
