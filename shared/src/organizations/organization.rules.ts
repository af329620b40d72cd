import { foldText, type CalendarDate } from '../kernel/index.js';
import { unitFullName, type AdministrativeUnitKind } from './administrative-unit.rules.js';
import { spanOfKind, type OrganizationKind } from './organization.kinds.js';
import { doOverlap, isValidOn, type Validity } from './validity.js';

export const ORGANIZATION_NAME_MAX = 300;
export const ORGANIZATION_SHORT_NAME_MAX = 120;

/** A name of a body and the days on which it is its name. Names of one body follow each other without gaps. */
export interface OrganizationName extends Validity {
  name: string;
  /** For narrow places, where one is in use: "Sở NN&MT". */
  shortName: string | null;
}

/**
 * The name on a day. Before the first name it is the first, so that a paper older than our records still prints a name.
 * Throws when there are no names at all.
 */
export function nameOn<Name extends Validity>(names: readonly Name[], date: CalendarDate): Name {
  const sorted = [...names].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const name =
    sorted.find((item) => isValidOn(item, date)) ?? sorted.findLast((item) => item.validFrom <= date) ?? sorted[0];
  if (!name) throw new Error('an organization without a name');
  return name;
}

/**
 * The names after a renaming from a day on. On the first day of the last name it corrects that name;
 * earlier days are closed: null.
 */
export function renamed(
  names: readonly OrganizationName[],
  next: Pick<OrganizationName, 'name' | 'shortName' | 'validFrom'>,
): OrganizationName[] | null {
  const earlier = [...names].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const last = earlier.pop();
  if (!last || next.validFrom < last.validFrom) return null;
  const begun = next.validFrom === last.validFrom ? [] : [{ ...last, validTo: next.validFrom }];
  return [...earlier, ...begun, { ...next, validTo: null }];
}

/** The name of another body beside it that cannot be told from this one on some day: same words, whatever the capitals. */
export function namesakeOf<Name extends Validity & { name: string }>(
  wanted: Validity & { name: string },
  namesBeside: readonly Name[],
): Name | null {
  const words = (name: string) => name.toLocaleLowerCase('vi').split(/\s+/).join(' ');
  return namesBeside.find((other) => words(other.name) === words(wanted.name) && doOverlap(other, wanted)) ?? null;
}

/** The People's Committee of a unit as officials write it: "UBND Phường 5", "UBND phường Phú Thủy". */
export function committeeName(unit: { kind: AdministrativeUnitKind; name: string }): string {
  return `UBND ${unitFullName(unit)}`;
}

const SPELLED_OUT = { UBND: 'Ủy ban nhân dân', HĐND: 'Hội đồng nhân dân' };

/** The name in full, as the head of a paper wants it: "Ủy ban nhân dân phường Phú Thủy". */
export function spelledOut(name: string): string {
  return Object.entries(SPELLED_OUT).reduce((text, [short, long]) => text.replaceAll(short, long), name);
}

/** The text in which a name is searched: as written, in full, and short. */
export function nameSearchText({ name, shortName }: Pick<OrganizationName, 'name' | 'shortName'>): string {
  return foldText([...new Set([name, spelledOut(name), shortName ?? ''])].join(' '));
}

/** The days of a body: no longer than bodies of its kind exist. Null when it would begin or end outside of them. */
export function spanOfOrganization(kind: OrganizationKind, wanted: Validity): Validity | null {
  const limits = spanOfKind(kind);
  const validTo = wanted.validTo ?? limits.validTo;
  const isInside =
    wanted.validFrom >= limits.validFrom &&
    (limits.validTo === null || (validTo !== null && validTo <= limits.validTo));
  const isSpan = validTo === null || wanted.validFrom < validTo;
  return isInside && isSpan ? { validFrom: wanted.validFrom, validTo } : null;
}
