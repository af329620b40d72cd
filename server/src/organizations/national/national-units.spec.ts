import { addDays } from '@kiemtra/shared/kernel';
import { UNIT_KIND_FACTS, isValidOn, unitFullName, type UnitLevel } from '@kiemtra/shared/organizations';
import { buildNationalUnits, type NationalUnit } from './national-units.js';
import { readNationalSources } from './sources.js';

const sources = readNationalSources();
const { units, successions, unusable } = buildNationalUnits(sources);

function unitsOn(date: string, level: UnitLevel): NationalUnit[] {
  return units.filter((unit) => isValidOn(unit, date) && UNIT_KIND_FACTS[unit.kind].level === level);
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

const kinds = (date: string, level: UnitLevel) => countBy(unitsOn(date, level), (unit) => unit.kind);
const rowsByCode = new Map<string, NationalUnit[]>();
for (const unit of units) rowsByCode.set(unit.code, [...(rowsByCode.get(unit.code) ?? []), unit]);
const unitOn = (code: string, date: string) => rowsByCode.get(code)?.find((unit) => isValidOn(unit, date));
const nameOn = (code: string, date: string) => {
  const unit = unitOn(code, date);
  return unit ? unitFullName(unit) : null;
};

describe('administrative units in time', () => {
  it('counts the provinces of each period', () => {
    expect(kinds('2022-10-25', 'province')).toEqual({ province: 58, municipality: 5 });
    expect(kinds('2025-01-01', 'province')).toEqual({ province: 57, municipality: 6 });
    expect(kinds('2025-07-01', 'province')).toEqual({ province: 28, municipality: 6 });
    expect(kinds('2026-04-29', 'province')).toEqual({ province: 28, municipality: 6 });
    expect(kinds('2026-04-30', 'province')).toEqual({ province: 27, municipality: 7 });
    expect(kinds('2026-09-01', 'province')).toEqual({ province: 26, municipality: 8 });
    expect(kinds('2026-09-20', 'province')).toEqual({ province: 25, municipality: 9 });
  });

  it('counts the communes of each period', () => {
    expect(kinds('2022-10-25', 'commune')).toEqual({ commune: 8248, ward: 1737, township: 614 });
    expect(kinds('2025-07-01', 'commune')).toEqual({ commune: 2621, ward: 687, special_zone: 13 });
    expect(kinds('2026-05-01', 'commune')).toEqual({ commune: 2611, ward: 697, special_zone: 13 });
  });

  it('knows districts up to the last day of June 2025 and none later', () => {
    expect(kinds('2022-10-25', 'district')).toEqual({
      district: 526,
      provincial_city: 83,
      town: 50,
      urban_district: 46,
    });
    expect(unitsOn('2025-06-30', 'district')).toHaveLength(705);
    expect(unitsOn('2025-07-01', 'district')).toEqual([]);
  });

  it('gives each province of 01/07/2025 its communes', () => {
    const names = new Map(unitsOn('2025-07-01', 'province').map((unit) => [unit.code, unit.name]));
    const counts = countBy(unitsOn('2025-07-01', 'commune'), (unit) => names.get(unit.parentCode ?? '') ?? '?');
    expect(counts).toEqual({
      'Hà Nội': 126,
      'Cao Bằng': 56,
      'Tuyên Quang': 124,
      'Điện Biên': 45,
      'Lai Châu': 38,
      'Sơn La': 75,
      'Lào Cai': 99,
      'Thái Nguyên': 92,
      'Lạng Sơn': 65,
      'Quảng Ninh': 54,
      'Bắc Ninh': 99,
      'Phú Thọ': 148,
      'Hải Phòng': 114,
      'Hưng Yên': 104,
      'Ninh Bình': 129,
      'Thanh Hóa': 166,
      'Nghệ An': 130,
      'Hà Tĩnh': 69,
      'Quảng Trị': 78,
      Huế: 40,
      'Đà Nẵng': 94,
      'Quảng Ngãi': 96,
      'Gia Lai': 135,
      'Khánh Hòa': 65,
      'Đắk Lắk': 102,
      'Lâm Đồng': 124,
      'Đồng Nai': 95,
      'Hồ Chí Minh': 168,
      'Tây Ninh': 96,
      'Đồng Tháp': 102,
      'Vĩnh Long': 124,
      'An Giang': 102,
      'Cần Thơ': 103,
      'Cà Mau': 64,
    });
  });

  it('knows the 13 special zones', () => {
    const zones = unitsOn('2026-11-21', 'commune').filter((unit) => unit.kind === 'special_zone');
    expect(zones.map((unit) => unit.name).sort((a, b) => a.localeCompare(b, 'vi'))).toEqual(
      ['Bạch Long Vĩ', 'Cát Hải', 'Cô Tô', 'Cồn Cỏ', 'Côn Đảo', 'Hoàng Sa', 'Kiên Hải', 'Lý Sơn', 'Phú Quốc', 'Phú Quý']
        .concat('Thổ Châu', 'Trường Sa', 'Vân Đồn')
        .sort((a, b) => a.localeCompare(b, 'vi')),
    );
  });

  it('shows a unit under the kind and name of the day', () => {
    expect(nameOn('26368', '2026-04-29')).toBe('xã Long Thành');
    expect(nameOn('26368', '2026-04-30')).toBe('phường Long Thành');
    expect(nameOn('259', '2018-11-06')).toBe('huyện Quế Võ');
    expect(nameOn('259', '2023-04-10')).toBe('thị xã Quế Võ');
    expect(nameOn('46', '2024-12-31')).toBe('tỉnh Thừa Thiên Huế');
    expect(nameOn('46', '2025-01-01')).toBe('thành phố Huế');
  });

  it('knows that codes are used again for other units', () => {
    expect([nameOn('30244', '2020-05-26'), nameOn('30244', '2026-01-01')]).toEqual([
      'thị trấn Cái Tàu Hạ',
      'xã Phú Hựu',
    ]);
    expect([nameOn('31507', '2022-10-25'), nameOn('31507', '2026-01-01')]).toEqual(['Phường 6', 'phường Sóc Trăng']);
    expect([nameOn('22924', '2023-03-08'), nameOn('22924', '2026-01-01')]).toEqual([
      'phường Phú Thủy',
      'phường Phú Thủy',
    ]);
  });

  it('has one row for a code on any day, in one spelling', () => {
    const spans = units.map((unit) => [unit.code, unit.validFrom, unit.validTo ?? '9999-12-31'] as const);
    const sorted = spans.sort(([a, aFrom], [b, bFrom]) => (a + aFrom < b + bFrom ? -1 : 1));
    const overlapping = sorted.filter(([code, from], index) => {
      const [earlier, , earlierTo] = sorted[index - 1] ?? [];
      return earlier === code && earlierTo !== undefined && from < earlierTo;
    });
    expect(overlapping).toEqual([]);
    expect(
      units.filter(({ name }) => name !== name.normalize('NFC').trim() || / {2}|^0|Thuỷ|Hoà(?!\p{L})/u.test(name)),
    ).toEqual([]);
  });

  it('places every unit under a unit of the same day', () => {
    const homeless = units.filter(({ parentCode, validFrom, validTo }) => {
      const days = [validFrom, addDays(validTo ?? '2199-12-31', -1)];
      return parentCode !== null && days.some((day) => !unitOn(parentCode, day));
    });
    expect(homeless).toEqual([]);
  });
});

describe('successions', () => {
  const successorsOf = (code: string) =>
    successions
      .filter((item) => item.old.code === code && item.effectiveOn === '2025-07-01')
      .map((item) => item.new.code);

  it.each([
    ['31513', '31510', 'Phường 1', 'phường Phú Lợi'],
    ['31519', '31510', 'Phường 3', 'phường Phú Lợi'],
    ['31498', '31507', 'Phường 5', 'phường Sóc Trăng'],
    ['31504', '31507', 'Phường 8', 'phường Sóc Trăng'],
    ['31525', '31684', 'Phường 10', 'phường Mỹ Xuyên'],
    ['30271', '30253', 'xã An Khánh', 'xã Tân Nhuận Đông'],
    ['30244', '30244', 'thị trấn Cái Tàu Hạ', 'xã Phú Hựu'],
    ['09163', '09169', 'phường Vũ Ninh', 'phường Vũ Ninh'],
    ['22924', '22924', 'phường Phú Thủy', 'phường Phú Thủy'],
  ])('lead from %s to %s (%s → %s)', (oldCode, newCode, oldName, newName) => {
    expect(successorsOf(oldCode)).toEqual([newCode]);
    expect([nameOn(oldCode, '2022-10-25'), nameOn(newCode, '2025-07-01')]).toEqual([oldName, newName]);
  });

  it('take the name of the old unit from the list that is right for 2022, not from the mapping list', () => {
    // The mapping list calls 31522 "Phường 1"; papers of 2022 know it as Phường 9.
    expect(nameOn('31522', '2022-10-25')).toBe('Phường 9');
    expect(successorsOf('31522')).toEqual([]);
    expect(unusable).toContainEqual({
      reason: 'old_name_differs',
      row: expect.objectContaining({ old_ward_code: '31522', old_ward_name: 'Phường 1' }),
    });
  });

  it('lead every old province to one of the 34', () => {
    const provinces = successions.filter((item) => item.effectiveOn === '2025-07-01' && item.old.code.length === 2);
    expect(provinces).toHaveLength(63);
    expect(new Set(provinces.map((item) => item.old.code)).size).toBe(63);
    expect(new Set(provinces.map((item) => item.new.code)).size).toBe(34);
    const into = (code: string) =>
      provinces.filter((item) => item.new.code === code).map((item) => nameOn(item.old.code, '2022-10-25'));
    expect(into('92').sort()).toEqual(['thành phố Cần Thơ', 'tỉnh Hậu Giang', 'tỉnh Sóc Trăng']);
    expect(into('82').sort()).toEqual(['tỉnh Tiền Giang', 'tỉnh Đồng Tháp']);
    expect(into('24').sort()).toEqual(['tỉnh Bắc Giang', 'tỉnh Bắc Ninh']);
  });

  it('join the rows of a unit that changed its kind', () => {
    expect(successions).toContainEqual({
      old: { code: '75', validFrom: '2025-07-01' },
      new: { code: '75', validFrom: '2026-04-30' },
      effectiveOn: '2026-04-30',
    });
    expect(successions.filter((item) => item.effectiveOn !== '2025-07-01')).toHaveLength(16);
  });

  it('name existing rows that meet on the day, each pair once', () => {
    const rows = new Map(units.map((unit) => [`${unit.code} ${unit.validFrom}`, unit]));
    const broken = successions.filter((item) => {
      const [before, after] = [item.old, item.new].map((key) => rows.get(`${key.code} ${key.validFrom}`));
      return before?.validTo !== item.effectiveOn || after?.validFrom !== item.effectiveOn;
    });
    expect(broken).toEqual([]);
    expect(new Set(successions.map((item) => JSON.stringify(item))).size).toBe(successions.length);
  });
});

describe('lines of the mapping list that are of no use', () => {
  it('are counted under each of their faults', () => {
    expect(sources.after.mappings).toHaveLength(10_977);
    expect(countBy(unusable, (item) => item.reason)).toEqual({
      no_old_code: 943,
      old_code_unknown: 3,
      old_name_differs: 299,
      new_code_unknown: 431,
      new_province_differs: 22,
    });
  });

  it('leave the other lines as successions', () => {
    const lines = new Set(unusable.map((item) => item.row.id));
    const communes = successions.filter((item) => item.effectiveOn === '2025-07-01' && item.old.code.length === 5);
    expect(lines.size).toBe(943 + 3 + 299);
    expect(communes).toHaveLength(10_977 - lines.size + 1);
  });
});

describe('dated changes', () => {
  it('that fit no unit stop the build instead of being applied to something else', () => {
    const districts = sources.before.districts.map((row) => (row.code === '259' ? { ...row, name: 'Khác' } : row));
    expect(() => buildNationalUnits({ ...sources, before: { ...sources.before, districts } })).toThrow(/259/);
  });
});
