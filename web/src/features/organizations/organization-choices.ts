/** The bodies of one day as they are offered for picking: in groups, under their place in the tree, found by words. */
import { compareVietnamese, foldText } from '@kiemtra/shared/kernel';
import {
  ORGANIZATION_KINDS,
  ORGANIZATION_KIND_LABELS,
  nameSearchText,
  type OrganizationView,
} from '@kiemtra/shared/organizations';

export type PickableOrganization = Pick<OrganizationView, 'id' | 'kind' | 'name' | 'shortName' | 'parentId'>;

export interface OrganizationChoice {
  organization: PickableOrganization;
  /** Where it stands and what it is called, from the top: "UBND huyện Mỹ Tú › UBND xã Long Hưng". */
  path: string;
  /** Its kind, or the bodies above it where those are below the province: "UBND huyện Mỹ Tú". */
  group: string;
  searchText: string;
}

export interface ChoiceGroup {
  label: string;
  choices: OrganizationChoice[];
}

const STEP = ' › ';

/** "UBND huyện Mỹ Tú › UBND xã Long Hưng". */
export function pathText(path: readonly { name: string }[]): string {
  return path.map(({ name }) => name).join(STEP);
}

/** The bodies above one, the top of the tree first. */
function above(
  organization: PickableOrganization,
  byId: ReadonlyMap<string, PickableOrganization>,
): PickableOrganization[] {
  const parent = organization.parentId === null ? undefined : byId.get(organization.parentId);
  return parent ? [...above(parent, byId), parent] : [];
}

/**
 * Every body as a choice, group by group: the kinds first, then what stands below a district, a commune or a department.
 * A body is also found by the names above it ("my tu" finds the communes of Mỹ Tú), but not by the province,
 * under which everything stands.
 */
export function choicesOf(organizations: readonly PickableOrganization[]): OrganizationChoice[] {
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  const choices = organizations.map((organization) => {
    const higher = above(organization, byId);
    const telling = higher.filter(({ kind }) => kind !== 'provincial_committee');
    return {
      organization,
      path: pathText([...higher, organization]),
      group: pathText(telling) || ORGANIZATION_KIND_LABELS[organization.kind],
      searchText: ` ${[organization, ...telling].map(nameSearchText).join(' ')}`,
    };
  });
  return choices.sort((a, b) => rankOf(a) - rankOf(b) || compareVietnamese(a.group, b.group));
}

function rankOf({ organization: { kind }, group }: OrganizationChoice): number {
  return group === ORGANIZATION_KIND_LABELS[kind] ? ORGANIZATION_KINDS.indexOf(kind) : ORGANIZATION_KINDS.length;
}

/** Choices in which the typed words stand together as they were typed; where there are none, those that have every word. */
export function matching(choices: readonly OrganizationChoice[], typed: string): OrganizationChoice[] {
  const phrase = foldText(typed);
  const together = choices.filter(({ searchText }) => searchText.includes(` ${phrase}`));
  if (together.length > 0) return together;
  const words = phrase.split(' ');
  return choices.filter(({ searchText }) => words.every((word) => searchText.includes(` ${word}`)));
}

/** Neighbouring choices of one group together. */
export function grouped(choices: readonly OrganizationChoice[]): ChoiceGroup[] {
  const groups: ChoiceGroup[] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last?.label === choice.group) last.choices.push(choice);
    else groups.push({ label: choice.group, choices: [choice] });
  }
  return groups;
}

/** How many of each kind, in the order of kinds: "12 Sở, ban, ngành cấp tỉnh; 3 UBND phường". */
export function countsByKind(choices: readonly OrganizationChoice[]): string {
  return ORGANIZATION_KINDS.map((kind) => ({
    kind,
    count: choices.filter(({ organization }) => organization.kind === kind).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${ORGANIZATION_KIND_LABELS[kind]}`)
    .join('; ');
}
