import fc from 'fast-check';
import { addDays, readDto } from '../kernel/index.js';
import { CloseOrganizationDto, CreateOrganizationDto, ListOrganizationsDto } from './organization.dto.js';
import { organizationKindsOn } from './organization.kinds.js';
import {
  committeeName,
  nameOn,
  nameSearchText,
  namesakeOf,
  renamed,
  spelledOut,
  spanOfOrganization,
  type OrganizationName,
} from './organization.rules.js';

const name = (text: string, validFrom: string, validTo: string | null = null): OrganizationName => ({
  name: text,
  shortName: null,
  validFrom,
  validTo,
});

describe('nameOn', () => {
  const names = [name('UBND phường Long Thành', '2026-04-30'), name('UBND xã Long Thành', '2025-07-01', '2026-04-30')];

  it.each([
    ['2026-04-29', 'UBND xã Long Thành'],
    ['2026-04-30', 'UBND phường Long Thành'],
    ['2022-10-25', 'UBND xã Long Thành'],
    ['2199-12-31', 'UBND phường Long Thành'],
  ])('on %s is %s', (date, expected) => expect(nameOn(names, date).name).toBe(expected));

  it('stays the last name after a name has run out', () => {
    expect(nameOn([name('UBND huyện Quế Võ', '1962-01-01', '2023-04-10')], '2024-01-01').name).toBe(
      'UBND huyện Quế Võ',
    );
  });
});

describe('namesakeOf', () => {
  const beside = [name('Phòng Nội vụ', '2025-07-01', '2026-03-01'), name('Phòng Tư pháp', '2025-07-01')];

  it.each([
    ['phòng  nội vụ', '2026-02-28', null, 'Phòng Nội vụ'],
    ['Phòng Nội vụ', '2026-03-01', null, null],
    ['Phòng Nội vụ', '2020-01-01', '2025-07-01', null],
    ['Phòng Nội vu', '2025-08-01', null, null],
    ['Phòng Tư pháp', '2030-01-01', null, 'Phòng Tư pháp'],
  ])('of %s from %s to %s is %s', (wanted, from, to, expected) =>
    expect(namesakeOf(name(wanted, from, to), beside)?.name ?? null).toBe(expected),
  );
});

describe('renamed', () => {
  const first = [name('Sở Kế hoạch và Đầu tư', '2000-01-01')];

  it('ends the last name where the new one begins', () => {
    expect(renamed(first, { name: 'Sở Tài chính', shortName: null, validFrom: '2025-03-01' })).toEqual([
      name('Sở Kế hoạch và Đầu tư', '2000-01-01', '2025-03-01'),
      name('Sở Tài chính', '2025-03-01'),
    ]);
  });

  it('corrects the last name on its first day', () => {
    expect(renamed(first, { name: 'Sở KH&ĐT', shortName: null, validFrom: '2000-01-01' })).toEqual([
      name('Sở KH&ĐT', '2000-01-01'),
    ]);
  });

  it('refuses to rewrite the past', () => {
    expect(renamed(first, { name: 'X', shortName: null, validFrom: '1999-12-31' })).toBeNull();
  });

  it('gives every day from the first on exactly one name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 500 }),
        (steps, day) => {
          let names = [name('0', '2020-01-01')];
          for (const [index, step] of steps.entries()) {
            const next = { name: String(index + 1), shortName: null, validFrom: addDays('2020-01-01', step) };
            names = renamed(names, next) ?? names;
          }
          const date = addDays('2020-01-01', day);
          expect(
            names.filter((item) => item.validFrom <= date && (item.validTo === null || date < item.validTo)),
          ).toHaveLength(1);
        },
      ),
    );
  });
});

describe('committeeName', () => {
  it.each([
    ['ward', '5', 'UBND Phường 5'],
    ['ward', 'Phú Thủy', 'UBND phường Phú Thủy'],
    ['commune', 'An Khánh', 'UBND xã An Khánh'],
    ['township', 'Cái Tàu Hạ', 'UBND thị trấn Cái Tàu Hạ'],
    ['special_zone', 'Phú Quốc', 'UBND đặc khu Phú Quốc'],
    ['municipality', 'Cần Thơ', 'UBND thành phố Cần Thơ'],
  ] as const)('of %s %s is "%s"', (kind, unit, written) => expect(committeeName({ kind, name: unit })).toBe(written));

  it('is spelled out for papers', () => {
    expect(spelledOut('UBND phường Phú Thủy')).toBe('Ủy ban nhân dân phường Phú Thủy');
    expect(spelledOut('Văn phòng HĐND và UBND')).toBe('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân');
    expect(spelledOut('Sở Nội vụ')).toBe('Sở Nội vụ');
  });

  it('is found without tone marks, in full and in short', () => {
    const text = nameSearchText({ name: 'UBND phường Phú Thủy', shortName: null });
    expect(text).toContain('uy ban nhan dan phuong phu thuy');
    expect(text).toContain('ubnd phuong phu thuy');
  });
});

describe('kinds in time', () => {
  it('know no district and no township for a body that begins after June 2025', () => {
    expect(organizationKindsOn('2025-07-01')).not.toContain('district_committee');
    expect(organizationKindsOn('2025-07-01')).not.toContain('township_committee');
    expect(organizationKindsOn('2025-06-30')).toContain('district_committee');
    expect(organizationKindsOn('2025-06-30')).not.toContain('special_zone_committee');
  });

  it('end a body of the district level with its level', () => {
    const from2018 = { validFrom: '2018-01-01', validTo: null };
    expect(spanOfOrganization('district_committee', from2018)).toEqual({
      validFrom: '2018-01-01',
      validTo: '2025-07-01',
    });
    expect(spanOfOrganization('district_committee', { ...from2018, validTo: '2026-01-01' })).toBeNull();
    expect(spanOfOrganization('special_zone_committee', from2018)).toBeNull();
    expect(spanOfOrganization('department', from2018)).toEqual(from2018);
    expect(spanOfOrganization('department', { validFrom: '2018-01-01', validTo: '2018-01-01' })).toBeNull();
  });
});

describe('requests', () => {
  it('name every wrong field at once', () => {
    const { violations } = readDto(CreateOrganizationDto, {
      id: '1',
      kind: 'quan',
      name: ' ',
      validFrom: '2025-02-30',
      extra: 1,
    });
    expect(violations.map(({ path }) => path).sort()).toEqual(['extra', 'id', 'kind', 'name', 'validFrom']);
  });

  it('may leave out what is not known', () => {
    expect(readDto(ListOrganizationsDto, {}).violations).toEqual([]);
    expect(readDto(CloseOrganizationDto, { version: 1, validTo: '2025-03-01' }).violations).toEqual([]);
  });
});
