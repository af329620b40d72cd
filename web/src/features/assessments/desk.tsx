import { createContext, useContext } from 'react';

/** What every card of a sheet must know about where and by whom it is filled in. Stays the same object while it does. */
export interface Desk {
  visitId: string;
  targetId: string;
  /** The pinned version. */
  versionId: string;
  /** Answers are taken: the visit is neither finalised nor cancelled. */
  isOpen: boolean;
  isLead: boolean;
  /** Whose device this is. */
  accountId: string;
  nameOf: (accountId: string) => string;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No DeskProvider above this card.');
  return desk;
}
