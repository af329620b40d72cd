import type { OrganizationKind } from '@kiemtra/shared/organizations';
import { choicesOf, matching } from './organization-choices.js';

const unit = (name: string, kind: OrganizationKind) => ({ id: name, kind, name, shortName: null, parentId: null });
const choices = choicesOf([
  unit('UBND xã Tân Phước Hưng', 'commune_committee'),
  unit('UBND phường Hưng Phú', 'ward_committee'),
  unit('UBND phường Thuận Hưng', 'ward_committee'),
]);
const found = (typed: string) => matching(choices, typed).map(({ organization }) => organization.name);

describe('matching', () => {
  it('takes words that stand together before words that are only all there', () =>
    expect(found('hung phu')).toEqual(['UBND phường Hưng Phú']));

  it('finds the words in any order when they stand together nowhere', () =>
    expect(found('hung tan')).toEqual(['UBND xã Tân Phước Hưng']));
});
