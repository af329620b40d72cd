import { canVersion } from './criteria.rules.js';

describe('a version', () => {
  it('can be changed while it is a draft and used once it is published, never both', () => {
    expect([canVersion('draft', 'publish'), canVersion('draft', 'delete'), canVersion('draft', 'pin')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([canVersion('published', 'publish'), canVersion('published', 'delete')]).toEqual([false, false]);
    expect(canVersion('published', 'pin')).toBe(true);
  });
});
