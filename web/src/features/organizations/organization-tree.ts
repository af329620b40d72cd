import { ORGANIZATION_KINDS, type OrganizationView } from '@kiemtra/shared/organizations';

export interface OrganizationInTree {
  organization: OrganizationView;
  /** Steps below the top; 0 at the top. */
  depth: number;
  parentName: string | null;
}

/**
 * Bodies in the order of reading a tree: each one followed by those below it, siblings by kind and within a kind in the
 * order given. A body whose parent is not among them stands at the top.
 */
export function inTreeOrder(organizations: readonly OrganizationView[]): OrganizationInTree[] {
  const known = new Set(organizations.map(({ id }) => id));
  const below = new Map<string | null, OrganizationView[]>();
  for (const organization of organizations) {
    const parentId = organization.parentId !== null && known.has(organization.parentId) ? organization.parentId : null;
    const siblings = below.get(parentId);
    if (siblings) siblings.push(organization);
    else below.set(parentId, [organization]);
  }
  const walk = (parent: OrganizationView | null, depth: number): OrganizationInTree[] =>
    [...(below.get(parent?.id ?? null) ?? [])]
      .sort((a, b) => ORGANIZATION_KINDS.indexOf(a.kind) - ORGANIZATION_KINDS.indexOf(b.kind))
      .flatMap((organization) => [
        { organization, depth, parentName: parent?.name ?? null },
        ...walk(organization, depth + 1),
      ]);
  return walk(null, 0);
}
