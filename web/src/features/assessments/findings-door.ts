import type { Result, ScoredCriterion } from '@kiemtra/shared/criteria';
import type { FindingKind } from '@kiemtra/shared/findings';
import type { CellSnapshot } from '../../offline/index.js';
import type { ComponentType, ReactNode } from 'react';

/** What a card knows when a finding is raised from it. */
export interface FindingStart {
  criterion: ScoredCriterion;
  result: Result | null;
  note: string | null;
}

/** A finding as a card shows it. */
export interface CardFinding {
  id: string;
  kind: FindingKind;
  text: string;
  /** Where it is on this device; null for one that was written at the desk. */
  cell: CellSnapshot | null;
}

/** What the sheet asks of the findings, which are another feature's. */
export interface FindingsDoor {
  /** Findings of the target by criterion key. */
  found: ReadonlyMap<string, readonly CardFinding[]>;
  raise: (start: FindingStart) => void;
  edit: (id: string) => void;
}

/** Opens the door around a sheet; composed where features meet. */
export type FindingsFrame = ComponentType<{
  place: { planId: string; targetId: string; targetName: string; visitId: string; versionId: string };
  children: (door: FindingsDoor) => ReactNode;
}>;
