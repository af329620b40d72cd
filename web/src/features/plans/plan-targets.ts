/** The list of targets as the form edits it: what is picked out of the tree, and groups that no source names unit by unit. */
import { newId } from '@kiemtra/shared/kernel';
import type { OrganizationView } from '@kiemtra/shared/organizations';
import type { PlanTargetView, ReplaceTargetsDto } from '@kiemtra/shared/plans';

export type Target = ReplaceTargetsDto['targets'][number];

/** The bodies of the plan's day, by id. */
export type Bodies = ReadonlyMap<string, Pick<OrganizationView, 'name' | 'parentId'>>;

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
 * Communes under their district when both are targets, groups where they were put, each parent before its children; all
 * others in the order they have.
 */
export function arranged(targets: readonly Target[], bodies: Bodies): Target[] {
  const targetOfUnit = new Map(targets.map((target) => [target.organizationId, target.id]));
  const withParents = targets.map((target) => {
    const body = bodies.get(target.organizationId ?? '');
    return body ? { ...target, parentId: (body.parentId && targetOfUnit.get(body.parentId)) ?? null } : target;
  });
  const ids = new Set(withParents.map(({ id }) => id));
  const below = (parentId: string | null): Target[] =>
    withParents
      .filter((target) => (target.parentId && ids.has(target.parentId) ? target.parentId : null) === parentId)
      .flatMap((target) => [{ ...target, parentId }, ...below(target.id)]);
  return below(null);
}

/** What a group can be put under: every other target that has a name, unless it stands below the group itself. */
export function parentChoices(targets: readonly Target[], groupId: string, nameOf: (target: Target) => string) {
  const below = new Set([groupId]);
  // Parents stand before their children.
  for (const { id, parentId } of targets) if (parentId && below.has(parentId)) below.add(id);
  return targets
    .filter(({ id }) => !below.has(id))
    .map((target) => ({ value: target.id, label: nameOf(target) }))
    .filter(({ label }) => label !== '');
}
