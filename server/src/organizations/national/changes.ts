import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { AdministrativeUnitKind } from '@kiemtra/shared/organizations';
import type { CodePair } from './mappings.js';

interface UnitState {
  kind: AdministrativeUnitKind;
  name: string;
}

/** A unit that became something else on a day and kept its code. One of the two states is the one our lists show. */
export interface UnitChange {
  code: string;
  on: CalendarDate;
  before: UnitState;
  after: UnitState;
  basis: string;
}

function newKind(
  code: string,
  name: string,
  on: CalendarDate,
  [before, after]: [AdministrativeUnitKind, AdministrativeUnitKind],
  basis: string,
): UnitChange {
  return { code, on, before: { kind: before, name }, after: { kind: after, name }, basis };
}

const DONG_NAI_WARDS = [
  ['25270', 'Lộc Ninh'],
  ['25357', 'Tân Khai'],
  ['25363', 'Đồng Phú'],
  ['26116', 'Tân Phú'],
  ['26170', 'Trị An'],
  ['26248', 'Trảng Bom'],
  ['26326', 'Dầu Giây'],
  ['26368', 'Long Thành'],
  ['26425', 'Xuân Lộc'],
  ['26485', 'Nhơn Trạch'],
] as const;

const TO_TOWN = 'Nghị quyết 723/NQ-UBTVQH15 ngày 13/02/2023';

/** The dated changes that the two lists do not hold. */
export const UNIT_CHANGES: readonly UnitChange[] = [
  newKind('259', 'Quế Võ', '2023-04-10', ['district', 'town'], TO_TOWN),
  newKind('262', 'Thuận Thành', '2023-04-10', ['district', 'town'], TO_TOWN),
  {
    code: '46',
    on: '2025-01-01',
    before: { kind: 'province', name: 'Thừa Thiên Huế' },
    after: { kind: 'municipality', name: 'Huế' },
    basis: 'Nghị quyết 175/2024/QH15',
  },
  newKind('75', 'Đồng Nai', '2026-04-30', ['province', 'municipality'], 'Nghị quyết 30/2026/QH16'),
  ...DONG_NAI_WARDS.map(([code, name]) =>
    newKind(code, name, '2026-04-30', ['commune', 'ward'], 'Nghị quyết 237/NQ-UBTVQH16'),
  ),
  newKind('22', 'Quảng Ninh', '2026-09-01', ['province', 'municipality'], 'Nghị quyết 36/2026/QH16'),
  newKind('24', 'Bắc Ninh', '2026-09-20', ['province', 'municipality'], 'Nghị quyết 39/2026/QH16'),
];

/**
 * Successions that the mapping list states under another code: its "Phường 1, Thành phố Sóc Trăng" carries the code of
 * the former Phường 9, while the older list (and papers of 2022) know Phường 1 as 31513.
 */
export const STATED_SUCCESSIONS: readonly CodePair[] = [{ oldCode: '31513', newCode: '31510' }];
