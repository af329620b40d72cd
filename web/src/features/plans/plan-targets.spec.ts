import { arranged, parentChoices, withUnits, type Target } from './plan-targets.js';

const unit = (id: string, parentId: string | null = null): Target => ({ id, organizationId: `o-${id}`, parentId });
const group: Target = { id: 'g', label: 'UBND cấp huyện', unitCount: 7 };

describe('withUnits', () => {
  it('keeps the ids of what stays, adds what is new at the end and leaves groups alone', () => {
    const next = withUnits([unit('a'), group, unit('b')], ['o-b', 'o-c']);
    expect(next.map(({ organizationId }) => organizationId)).toEqual([undefined, 'o-b', 'o-c']);
    expect(next[1]?.id).toBe('b');
  });
});

describe('arranged', () => {
  const parents = new Map(
    [
      ['o-district', 'o-province'],
      ['o-one', 'o-district'],
      ['o-two', 'o-district'],
      ['o-far', 'o-other'],
    ].map(([id = '', parentId = '']) => [id, { name: id, parentId }]),
  );

  it('puts communes under their district, which comes first', () => {
    const next = arranged([unit('two'), unit('far'), unit('district'), unit('one')], parents);
    expect(next.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['far', null],
      ['district', null],
      ['two', 'district'],
      ['one', 'district'],
    ]);
  });

  it('lets a commune stand alone when its district is taken out', () => {
    expect(arranged([unit('one', 'district')], parents)).toMatchObject([{ id: 'one', parentId: null }]);
  });

  it('keeps a parent that the tree of the day does not know', () => {
    const next = arranged([group, unit('unknown', 'g')], parents);
    expect(next).toMatchObject([{ id: 'g' }, { id: 'unknown', parentId: 'g' }]);
  });

  it('puts a group behind the unit it belongs to, and lets it stand alone when that unit is taken out', () => {
    const communes: Target = { id: 'x', label: 'xã thuộc huyện', unitCount: 3, parentId: 'district' };
    const next = arranged([communes, unit('district')], parents);
    expect(next.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['district', null],
      ['x', 'district'],
    ]);
    expect(arranged([communes], parents)).toMatchObject([{ id: 'x', parentId: null }]);
  });
});

describe('parentChoices', () => {
  const nameOf = ({ organizationId, label }: Target) => organizationId ?? label ?? '';
  const under = (id: string, parentId: string): Target => ({ id, label: id, parentId });

  it('are all named targets but the group itself and what stands below it', () => {
    const targets = [unit('a'), group, under('x', 'g'), under('y', 'x'), { id: 'new', label: '' }];
    expect(parentChoices(targets, 'g', nameOf)).toEqual([{ value: 'a', label: 'o-a' }]);
    expect(parentChoices(targets, 'y', nameOf).map(({ value }) => value)).toEqual(['a', 'g', 'x']);
  });
});
