import { foldText } from '@kiemtra/shared/kernel';
import { splitUnitName, tidyUnitName, type ImportIssueReason } from '@kiemtra/shared/organizations';
import type { MappingRow, NationalSources } from './sources.js';

/** The unit with the old code ended on 01/07/2025 and went into the unit with the new code. */
export interface CodePair {
  oldCode: string;
  newCode: string;
}

/** A line with several faults is listed under each of them. */
export interface UnusableMapping {
  reason: ImportIssueReason;
  row: MappingRow;
}

/** The name in the form in which two lists are compared: without its kind (a xã may be a phường by now) and tone marks. */
function comparable(row: MappingRow): string {
  const fullName = row.old_ward_name ?? '';
  return foldText(splitUnitName(fullName, 'commune')?.name ?? fullName);
}

/** Sorts the mapping list into successions old code → new code and the lines that are of no use, with their faults. */
export function sortMappings({ before, after }: NationalSources): {
  usable: CodePair[];
  unusable: UnusableMapping[];
} {
  const oldNames = new Map(before.communes.map((row) => [row.code, foldText(tidyUnitName(row.name))]));
  const provinceNames = new Map(after.provinces.map((row) => [row.province_code, row.name]));
  const newProvinces = new Map(after.wards.map((row) => [row.ward_code, provinceNames.get(row.province_code)]));

  const faultsOf = (row: MappingRow): ImportIssueReason[] => {
    const faults: ImportIssueReason[] = [];
    if (!row.old_ward_code) faults.push('no_old_code');
    else if (!oldNames.has(row.old_ward_code)) faults.push('old_code_unknown');
    else if (oldNames.get(row.old_ward_code) !== comparable(row)) faults.push('old_name_differs');
    if (!newProvinces.has(row.new_ward_code)) faults.push('new_code_unknown');
    else if (newProvinces.get(row.new_ward_code) !== row.new_province_name) faults.push('new_province_differs');
    return faults;
  };

  const usable: CodePair[] = [];
  const unusable: UnusableMapping[] = [];
  for (const row of after.mappings) {
    const faults = faultsOf(row);
    if (faults.length === 0 && row.old_ward_code)
      usable.push({ oldCode: row.old_ward_code, newCode: row.new_ward_code });
    for (const reason of faults) unusable.push({ reason, row });
  }
  return { usable, unusable };
}
