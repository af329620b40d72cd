/**
 * The country's administrative units in time, made of two public lists and the dated changes they lack.
 * A code alone identifies nothing (31507 was Phường 6 and is phường Sóc Trăng): a unit is (code, first day). Every unit of
 * the three-tier tree ends on 01/07/2025 and every unit of the two-tier tree begins there, also where name and area
 * stayed; what came after what is a succession. Lines that the sources leave unclear are listed, never guessed or repaired.
 */
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { TWO_TIER_START, type AdministrativeUnitKind } from '@kiemtra/shared/organizations';
import { STATED_SUCCESSIONS, UNIT_CHANGES, type UnitChange } from './changes.js';
import { listedUnits } from './listed-units.js';
import { sortMappings, type CodePair, type UnusableMapping } from './mappings.js';
import type { NationalSources } from './sources.js';

export interface NationalUnit {
  code: string;
  kind: AdministrativeUnitKind;
  name: string;
  /** Code of the unit above; which of its rows is meant follows from the day one asks about. */
  parentCode: string | null;
  validFrom: CalendarDate;
  /** First day on which the row no longer holds; null while it holds. */
  validTo: CalendarDate | null;
}

export interface UnitKey {
  code: string;
  validFrom: CalendarDate;
}

/** On this day the one row ended and the other took its place: a merger, or the same unit with another kind or name. */
interface UnitSuccession {
  old: UnitKey;
  new: UnitKey;
  effectiveOn: CalendarDate;
}

export interface NationalUnits {
  units: NationalUnit[];
  successions: UnitSuccession[];
  unusable: UnusableMapping[];
}

/** Pure: the same sources give the same units in the same order. Throws when a dated change does not fit the lists. */
export function buildNationalUnits(sources: NationalSources): NationalUnits {
  const units = UNIT_CHANGES.reduce(applyChange, listedUnits(sources));
  const last = new Map(units.filter((unit) => unit.validTo === TWO_TIER_START).map((unit) => [unit.code, unit]));
  const first = new Map(units.filter((unit) => unit.validFrom === TWO_TIER_START).map((unit) => [unit.code, unit]));

  const { usable, unusable } = sortMappings(sources);
  const communes = [...usable, ...STATED_SUCCESSIONS];
  const mergers = [...provincesOf(communes, last, first), ...communes].map(({ oldCode, newCode }) =>
    succession(existing(last, oldCode), existing(first, newCode)),
  );
  return { units, successions: [...mergers, ...changesOf(units)], unusable };
}

function succession(before: NationalUnit, after: NationalUnit): UnitSuccession {
  return {
    old: { code: before.code, validFrom: before.validFrom },
    new: { code: after.code, validFrom: after.validFrom },
    effectiveOn: after.validFrom,
  };
}

function existing(units: Map<string, NationalUnit>, code: string | null): NationalUnit {
  const unit = units.get(code ?? '');
  if (!unit) throw new Error(`no unit ${code} on either side of ${TWO_TIER_START}`);
  return unit;
}

/** Splits the row that holds on the day of the change in two; a change that fits neither part is a mistake in the change. */
function applyChange(units: NationalUnit[], change: UnitChange): NationalUnit[] {
  const index = units.findIndex((unit) => {
    const holds = unit.validFrom < change.on && (unit.validTo === null || change.on < unit.validTo);
    return unit.code === change.code && holds;
  });
  const unit = units[index];
  const states = [change.before, change.after];
  if (!unit || !states.some((state) => state.kind === unit.kind && state.name === unit.name)) {
    throw new Error(`the change of ${change.code} on ${change.on} fits no unit of the lists`);
  }
  return units.toSpliced(
    index,
    1,
    { ...unit, ...change.before, validTo: change.on },
    { ...unit, ...change.after, validFrom: change.on },
  );
}

/** One unit with another kind or name from a day on: rows of one code that meet on a day other than the great one. */
function changesOf(units: NationalUnit[]): UnitSuccession[] {
  const ending = new Map(units.map((unit) => [`${unit.code} ${unit.validTo}`, unit]));
  return units.flatMap((after) => {
    const before = after.validFrom === TWO_TIER_START ? undefined : ending.get(`${after.code} ${after.validFrom}`);
    return before ? [succession(before, after)] : [];
  });
}

/** The province of 01/07/2025 into which each old province went: where all its communes went. */
function provincesOf(communes: CodePair[], old: Map<string, NationalUnit>, now: Map<string, NationalUnit>): CodePair[] {
  const pairs = communes.map(({ oldCode, newCode }) => {
    const district = existing(old, existing(old, oldCode).parentCode);
    return [district.parentCode ?? '', existing(now, newCode).parentCode ?? ''] as const;
  });
  return [...new Map(pairs)].map(([oldCode, newCode]) => ({ oldCode, newCode }));
}
