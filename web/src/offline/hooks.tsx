import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { PackView } from '@kiemtra/shared/assessments';
import type { CellField, WholeField, WholePrefix } from '@kiemtra/shared/fieldwork';
import type { Ledger } from './ledger.js';
import type { CellSnapshot, EvidenceSnapshot, SyncStatus } from './snapshots.js';

export interface WholeCell {
  field: WholeField;
  cell: CellSnapshot;
}

const LedgerContext = createContext<Ledger | null>(null);

/** Hands the ledger of the logged-in account to the screens below. */
export const LedgerProvider = LedgerContext.Provider;

export function useLedger(): Ledger {
  const ledger = useContext(LedgerContext);
  if (!ledger) throw new Error('No LedgerProvider above this screen.');
  return ledger;
}

function useRead<T>(read: (ledger: Ledger) => T): T {
  const ledger = useLedger();
  return useSyncExternalStore(ledger.subscribe, () => read(ledger));
}

/** Opens what the device holds of a target; true once its cells can be read. */
export function useOpenVisit(target: string): boolean {
  const ledger = useLedger();
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ledger.openVisit(target).then(() => isCurrent && setOpened(target));
    return () => {
      isCurrent = false;
    };
  }, [ledger, target]);
  return opened === target;
}

/** The pack of a visit on this device; undefined until it is known whether there is one. */
export function usePack(visit: string): PackView | null | undefined {
  const ledger = useLedger();
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const open = () => isCurrent && setOpened(visit);
    // A database that cannot be read holds nothing; the server may.
    void ledger.openPack(visit).then(open, open);
    return () => {
      isCurrent = false;
    };
  }, [ledger, visit]);
  return useRead((held) => held.pack(visit)) ?? (opened === visit ? null : undefined);
}

/** What is read of one criterion alone. */
function useReadOf<T>(target: string, criterion: string, read: (ledger: Ledger) => T): T {
  const ledger = useLedger();
  return useSyncExternalStore(ledger.subscribeTo(target, criterion), () => read(ledger));
}

export function useCell(target: string, criterion: string, field: CellField | WholeField): CellSnapshot {
  return useReadOf(target, criterion, (ledger) => ledger.cell(target, criterion, field));
}

/** What stands whole beside the answers of a target under names that begin so, oldest first; the same list until one changes. */
export function useWholeCells(target: string, prefix: WholePrefix): readonly WholeCell[] {
  const last = useRef<readonly WholeCell[]>([]);
  return useRead((ledger) => {
    const now = ledger.wholeFields(target, prefix).map((field) => ({ field, cell: ledger.cell(target, '', field) }));
    const isSame =
      now.length === last.current.length && now.every(({ cell }, index) => cell === last.current[index]?.cell);
    if (!isSame) last.current = now;
    return last.current;
  });
}

/** Cells of a criterion under these names; the same list until one changes. */
export function useCells(target: string, criterion: string, fields: readonly WholeField[]): readonly CellSnapshot[] {
  const last = useRef<readonly CellSnapshot[]>([]);
  return useReadOf(target, criterion, (ledger) => {
    const now = fields.map((field) => ledger.cell(target, criterion, field));
    const isSame = now.length === last.current.length && now.every((cell, index) => cell === last.current[index]);
    if (!isSame) last.current = now;
    return last.current;
  });
}

export function useEvidence(target: string, criterion: string): readonly EvidenceSnapshot[] {
  return useReadOf(target, criterion, (ledger) => ledger.evidence(target, criterion));
}

export function useSyncStatus(): SyncStatus {
  return useRead((ledger) => ledger.status());
}
