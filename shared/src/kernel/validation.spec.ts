import { Day, Flag, Id, JsonValue, ListOf, Nested, OneOf, Text, TextList, Whole } from './fields.js';
import { newId } from './ids.js';
import { readDto } from './validation.js';

class MemberDto {
  @Text({ max: 5 }) name: string;
}
class PlanDto {
  @Id() id: string;
  @Text({ max: 10 }) title: string;
  @Day({ optional: true }) issuedOn?: string | null;
  @Whole({ min: 1, max: 9 }) count: number;
  @Flag({ optional: true }) sample?: boolean;
  @ListOf(() => MemberDto, { min: 1, max: 3 }) members: MemberDto[];
}

const good = { id: newId(), title: 'Kế hoạch', count: 3, members: [{ name: 'An' }] };
const wrong = (change: object) => readDto(PlanDto, { ...good, ...change }).violations;

describe('readDto', () => {
  it('accepts a right body and stores text as NFC', () => {
    const { value } = readDto(PlanDto, { ...good, title: 'Kế'.normalize('NFD') });
    expect(value?.title).toBe('Kế'.normalize('NFC'));
    expect(value?.members[0]).toBeInstanceOf(MemberDto);
  });

  it('names every wrong field at once, nested ones by their path', () => {
    const found = wrong({ id: 'x', title: '', count: 10, issuedOn: '2026-02-30', members: [{ name: 'quá dài rồi' }] });
    expect(found.map(({ path, code }) => [path, code])).toEqual([
      ['id', 'id.form'],
      ['title', 'text.short'],
      ['issuedOn', 'day.form'],
      ['count', 'whole.range'],
      ['members.0.name', 'text.long'],
    ]);
  });

  it.each([['x'], [7], [true], [[{}]]])('says in Vietnamese that a part is none: %j', (member) => {
    class TeamDto {
      @Nested(() => MemberDto, { optional: true }) head?: MemberDto | null;
    }
    expect(readDto(TeamDto, { head: member }).violations).toMatchObject([{ path: 'head', message: 'Thiếu nội dung.' }]);
  });

  it('refuses unknown fields, also nested ones', () => {
    expect(wrong({ provinceId: newId() })).toEqual([
      { path: 'provinceId', code: 'field.unknown', message: 'Trường này không có trong biểu mẫu.' },
    ]);
    expect(wrong({ members: [{ name: 'An', role: 'admin' }] })[0]).toMatchObject({ path: 'members.0.role' });
  });

  it.each([['a\u0000b'], ['\ud800'], ['a\nb'], ['\u0007']])('refuses text that cannot be stored: %j', (title) => {
    expect(wrong({ title })).toMatchObject([{ path: 'title', code: 'text.characters' }]);
  });

  it.each([[null], [[]], ['x'], [3], [undefined]])('refuses a body that is not an object: %j', (body) => {
    expect(readDto(PlanDto, body).violations).toHaveLength(1);
  });

  it.each([[['An']], [[null]], [[[]]], [{}], ['x']])('refuses a list of anything but objects: %j', (members) => {
    expect(wrong({ members }).length).toBeGreaterThan(0);
  });

  it.each([[''], [null], [undefined]])(
    'says of a choice not made (%j) that it is missing, of a wrong one that it is unknown',
    (blank) => {
      class ChoiceDto {
        @OneOf(['a', 'b']) kind: string;
        @Id() unitId: string;
      }
      const codes = (plain: object) => readDto(ChoiceDto, plain).violations.map(({ path, message }) => [path, message]);
      expect(codes({ kind: blank, unitId: blank })).toEqual([
        ['kind', 'Chưa chọn.'],
        ['unitId', 'Chưa chọn.'],
      ]);
      expect(codes({ kind: 'c', unitId: 'x' })).toEqual([
        ['kind', 'Giá trị không có trong danh sách.'],
        ['unitId', 'Mã không đúng dạng.'],
      ]);
    },
  );

  it('counts length by code points', () => {
    expect(wrong({ title: '👍'.repeat(10) })).toEqual([]);
    expect(wrong({ title: '👍'.repeat(11) })).toHaveLength(1);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'then', '__proto__', 'prototype'])(
    'takes a key named %s for nothing but a key',
    (key) => {
      const hostile: unknown = JSON.parse(`{"${key}": 1}`);
      for (const field of ['id', 'title', 'count', 'members']) {
        expect(wrong({ [field]: hostile })[0]).toMatchObject({ path: field });
      }
      expect(wrong({ members: [hostile] })).toMatchObject([{ path: 'members.0.name' }, { path: `members.0.${key}` }]);
      expect(readDto(PlanDto, hostile).violations).toContainEqual(
        expect.objectContaining({ path: key, code: 'field.unknown' }),
      );
    },
  );

  it('leaves a JSON value as it was sent', () => {
    class FileDto {
      @JsonValue() content: unknown;
      @TextList({ max: 2, itemMax: 9, optional: true }) lines?: string[] | null;
    }
    const content: unknown = JSON.parse('{"constructor":1,"toString":null,"a":[{"__proto__":[[]]}]}');
    expect(readDto(FileDto, { content, lines: ['Kế'.normalize('NFD')] }).value).toEqual({
      content,
      lines: ['Kế'.normalize('NFC')],
    });
  });
});
