import { newId } from '@kiemtra/shared/kernel';
import {
  TWO_TIER_START,
  UNIT_KIND_FACTS,
  committeeKindOf,
  committeeName,
  unitFullName,
  type AdministrativeUnitKind,
  type OrganizationKind,
  type OrganizationName,
  type Validity,
} from '@kiemtra/shared/organizations';

/** One administrative unit on one side of 01/07/2025, in the order of its days: the same unit while its kind changes. */
export type UnitLine = readonly LineRow[];

export interface LineRow extends Validity {
  id: number;
  code: string;
  kind: AdministrativeUnitKind;
  name: string;
  parentCode: string | null;
}

export interface NewBody extends Validity {
  id: string;
  kind: OrganizationKind;
  administrativeUnitId: number | null;
  parentId: string | null;
  names: OrganizationName[];
}

type Naming = (province: { kind: AdministrativeUnitKind; name: string }) => string;

const plain =
  (name: string): Naming =>
  () =>
    name;
/** "Thanh tra tỉnh", "Thanh tra thành phố". */
const ofThe =
  (name: string): Naming =>
  ({ kind }) =>
    `${name} ${UNIT_KIND_FACTS[kind].word}`;

/**
 * The bodies that every province has after the mergers of 2025. Those that only some have (Sở Dân tộc và Tôn giáo,
 * Sở Ngoại vụ, Sở Du lịch, boards of economic zones) the province adds itself.
 */
const UNDER_THE_COMMITTEE: [OrganizationKind, Naming][] = [
  ['department', ofThe('Văn phòng UBND')],
  ['department', ofThe('Thanh tra')],
  ...[
    'Sở Nội vụ',
    'Sở Tư pháp',
    'Sở Tài chính',
    'Sở Công Thương',
    'Sở Nông nghiệp và Môi trường',
    'Sở Xây dựng',
    'Sở Khoa học và Công nghệ',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Giáo dục và Đào tạo',
    'Sở Y tế',
  ].map((name): [OrganizationKind, Naming] => ['department', plain(name)]),
  ['provincial_service_centre', ofThe('Trung tâm Phục vụ hành chính công')],
];

const BESIDE_THE_COMMITTEE: [OrganizationKind, Naming][] = [
  ['council', (province) => `HĐND ${unitFullName(province)}`],
  ['vertical_agency', ofThe('Công an')],
  ['vertical_agency', ofThe('Thuế')],
  ['vertical_agency', ofThe('Bảo hiểm xã hội')],
];

/** The other bodies of a province's two-tier government, around its People's Committee. */
export function bodiesAround(committee: NewBody, province: UnitLine): NewBody[] {
  const body = (parentId: string | null, [kind, naming]: [OrganizationKind, Naming]): NewBody => ({
    id: newId(),
    kind,
    administrativeUnitId: null,
    parentId,
    validFrom: TWO_TIER_START,
    validTo: null,
    names: namesAlong(province, naming),
  });
  return [
    ...BESIDE_THE_COMMITTEE.map((item) => body(null, item)),
    ...UNDER_THE_COMMITTEE.map((item) => body(committee.id, item)),
  ];
}

/** The People's Committee of a unit: as long as the unit, under its names, of the kind the unit had last. */
export function committeeOf(line: UnitLine, parentId: string | null): NewBody {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) throw new Error('a unit without a row');
  return {
    id: newId(),
    kind: committeeKindOf(last.kind),
    administrativeUnitId: last.id,
    parentId,
    validFrom: first.validFrom,
    validTo: last.validTo,
    names: namesAlong(line, committeeName),
  };
}

function namesAlong(line: UnitLine, naming: Naming): OrganizationName[] {
  const names: OrganizationName[] = [];
  for (const row of line) {
    const name = naming(row);
    const last = names.at(-1);
    if (last?.name === name) continue;
    if (last) last.validTo = row.validFrom;
    names.push({ name, shortName: null, validFrom: row.validFrom, validTo: null });
  }
  return names;
}
