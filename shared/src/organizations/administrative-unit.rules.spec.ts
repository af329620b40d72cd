import fc from 'fast-check';
import { foldText } from '../kernel/index.js';
import {
  ADMINISTRATIVE_UNIT_KINDS,
  UNIT_KIND_FACTS,
  splitUnitName,
  tidyUnitName,
  unitFullName,
} from './administrative-unit.rules.js';
import { isValidOn } from './validity.js';

describe('unitFullName', () => {
  it.each([
    ['ward', '5', 'Phường 5'],
    ['urban_district', '1', 'Quận 1'],
    ['ward', 'Điện Biên Phủ', 'Phường Điện Biên Phủ'],
    ['ward', 'Võ Thị Sáu', 'Phường Võ Thị Sáu'],
    ['municipality', 'Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['ward', 'Phú Thủy', 'phường Phú Thủy'],
    ['ward', 'Hà Giang 1', 'phường Hà Giang 1'],
    ['commune', 'An Khánh', 'xã An Khánh'],
    ['township', 'Cái Tàu Hạ', 'thị trấn Cái Tàu Hạ'],
    ['special_zone', 'Phú Quốc', 'đặc khu Phú Quốc'],
    ['district', 'Kim Động', 'huyện Kim Động'],
    ['ward', 'Kim Đồng', 'Phường Kim Đồng'],
    ['municipality', 'Cần Thơ', 'thành phố Cần Thơ'],
  ] as const)('writes %s %s as "%s"', (kind, name, written) => expect(unitFullName({ kind, name })).toBe(written));
});

describe('tidyUnitName', () => {
  it.each([
    ['Hoà Bình', 'Hòa Bình'],
    ['Xã Phú Thuỷ', 'Xã Phú Thủy'],
    ['Thuỵ Khuê', 'Thụy Khuê'],
    ['HOÀ', 'HÒA'],
    ['Hoàng Quý', 'Hoàng Quý'],
    ['Ngoài', 'Ngoài'],
    ['Xã  Mỹ Lộc ', 'Xã Mỹ Lộc'],
    ['Phường 05', 'Phường 5'],
    ['Phường 10', 'Phường 10'],
    ['NT Mộc Châu', 'Nông trường Mộc Châu'],
    ['Hòa'.normalize('NFD'), 'Hòa'],
  ])('writes %j as %j', (raw, tidy) => expect(tidyUnitName(raw)).toBe(tidy));

  it('changes nothing that search sees, except spaces and leading zeros, and is done after one pass', () => {
    const syllable = fc.constantFrom('Hoà', 'Thuỷ', 'Quý', 'Khoẻ', 'Hoàng', 'Xuỵ', 'Đắk', 'Ea', 'Huế', 'ngoẹo', 'uỷ');
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 4 }), (syllables) => {
        const raw = syllables.join(' ');
        const tidy = tidyUnitName(raw);
        expect(foldText(tidy)).toBe(foldText(raw));
        expect(tidyUnitName(tidy)).toBe(tidy);
      }),
    );
  });
});

describe('splitUnitName', () => {
  it('finds the kind at the level that was asked for', () => {
    expect(splitUnitName('Thị Trấn Ngọc Lặc', 'commune')).toEqual({ kind: 'township', name: 'Ngọc Lặc' });
    expect(splitUnitName('Thành phố Thủ Đức', 'district')).toEqual({ kind: 'provincial_city', name: 'Thủ Đức' });
    expect(splitUnitName('Thành phố Huế', 'province')).toEqual({ kind: 'municipality', name: 'Huế' });
    expect(splitUnitName('Cao Bằng', 'province')).toBeNull();
  });
});

describe('kinds in time', () => {
  const kindsOn = (date: string) => ADMINISTRATIVE_UNIT_KINDS.filter((kind) => isValidOn(UNIT_KIND_FACTS[kind], date));

  it('end the district level and the township on the last day of June 2025', () => {
    expect(kindsOn('2025-06-30')).toEqual(expect.arrayContaining(['district', 'town', 'township']));
    expect(kindsOn('2025-07-01')).toEqual(['province', 'municipality', 'commune', 'ward', 'special_zone']);
  });
});
