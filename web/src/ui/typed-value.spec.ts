import { parseTypedDate } from './typed-value.js';

describe('a typed day', () => {
  it.each([
    ['5/1/2026', '2026-01-05'],
    ['05.01.26', '2026-01-05'],
    ['05012026', '2026-01-05'],
    [' 29-2-2024 ', '2024-02-29'],
    ['2026-01-05', '2026-01-05'],
  ])('reads %j', (typed, date) => expect(parseTypedDate(typed)).toBe(date));

  it.each(['29/2/2026', '31/4/2026', '1/13/2026', '5/1', 'mai', ''])('refuses %j', (typed) =>
    expect(parseTypedDate(typed)).toBeNull(),
  );
});
