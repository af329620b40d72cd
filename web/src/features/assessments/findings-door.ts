import type { Result, ScoredCriterion } from '@kiemtra/shared/criteria';
import type { ComponentType, ReactNode } from 'react';

/** What a card knows when a finding is raised from it. */
export interface FindingStart {
  criterion: ScoredCriterion;
  result: Result | null;
  note: string | null;
}

/** What the sheet asks of the findings, which are another feature's. */
export interface FindingsDoor {
  /** Findings of the target by criterion key. */
  counts: ReadonlyMap<string, number>;
  raise: (start: FindingStart) => void;
}

/** Opens the door around a sheet; composed where features meet. */
export type FindingsFrame = ComponentType<{
  place: { planId: string; targetId: string; targetName: string; visitId: string; versionId: string };
  children: (door: FindingsDoor) => ReactNode;
}>;
