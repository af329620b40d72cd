import fc from 'fast-check';
import { lineOfFault } from './json-fault.js';

describe('the line where JSON is wrong', () => {
  it.each<[string, string, number]>([
    ['a missing comma', '{\n"a": 1\n"b": 2\n}', 3],
    ['a comma too many', '{\n"a": [1,\n2,\n]\n}', 4],
    ['a missing value', '{\n"a":\n}', 3],
    ['a missing quote', '{\n"a": "x,\n"b": 2}', 2],
    ['a name without quotes', '{\n\na: 1}', 3],
    ['the wrong bracket', '{"a": [1\n}', 2],
    ['a missing end', '{"a": [1]\n\n', 3],
    ['something after the end', '{"a": {}}\n}', 2],
    ['words', 'Bộ tiêu chí', 1],
  ])('finds %s', (_, text, line) => expect(lineOfFault(text)).toBe(line));

  it('lies behind everything that is right', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(lineOfFault(`${json}\n\n?`)).toBe(3);
      }),
    );
  });
});
