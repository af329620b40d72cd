/** The list of targets as the form edits it: what is picked out of the tree, and groups that no source names unit by unit. */
import { newId } from '@kiemtra/shared/kernel';
import type { PlanTargetView, ReplaceTargetsDto } from '@kiemtra/shared/plans';

export type Target = ReplaceTargetsDto['targets'][number];

export function targetOf({ id, organizationId, name, unitCount, parentId }: PlanTargetView): Target {
  return { id, organizationId, label: organizationId ? null : name, unitCount, parentId };
}

/** The targets when these units are picked: who stays keeps the id, new ones come last, groups stay. */
export function withUnits(targets: readonly Target[], unitIds: readonly string[]): Target[] {
  const picked = new Set(unitIds);
  const kept = targets.filter(({ organizationId }) => !organizationId || picked.has(organizationId));
  const known = new Set(kept.map(({ organizationId }) => organizationId));
  const added = unitIds.filter((id) => !known.has(id)).map((organizationId) => ({ id: newId(), organizationId }));
  return [...kept, ...added];
}

/**
 * Communes under their district when both are targets, each parent before its children; all others in the order they have.
 * `parents` says which body stands above which on the day of the plan.
 */
export function arranged(targets: readonly Target[], parents: ReadonlyMap<string, string | null>): Target[] {
  const targetOfUnit = new Map(targets.map((target) => [target.organizationId, target.id]));
  const withParents = targets.map((target) => {
    if (!target.organizationId || !parents.has(target.organizationId)) return target;
    const above = parents.get(target.organizationId) ?? null;
    return { ...target, parentId: (above && targetOfUnit.get(above)) ?? null };
  });
  const ids = new Set(withParents.map(({ id }) => id));
  const below = (parentId: string | null): Target[] =>
    withParents
      .filter((target) => (target.parentId && ids.has(target.parentId) ? target.parentId : null) === parentId)
      .flatMap((target) => [{ ...target, parentId }, ...below(target.id)]);
  return below(null);
}
