import { communeIndex2026, onSiteChecklist, readVersion } from '@kiemtra/shared/criteria';
import { foundCriteria } from './criteria-search.js';

const index = readVersion(communeIndex2026).value?.criteria ?? [];
const checklist = readVersion(onSiteChecklist).value?.criteria ?? [];
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code).join(' ');

describe('searching a set', () => {
  it('finds without tone marks and shows what stands above', () => {
    expect(codes(foundCriteria(index, 'bien CHE'))).toBe('4 4.2 4.2.1');
  });

  it('finds by number, by rule and by what is often wrong', () => {
    expect(codes(foundCriteria(index, '7.5.1'))).toBe('7 7.5 7.5.1');
    expect(codes(foundCriteria(index, 'nội suy'))).toBe('6 6.1 6.1.1');
    expect(codes(foundCriteria(checklist, 'dong phuc'))).toBe('MC MC05');
  });

  it('shows all parts of a whole that is found', () => {
    expect(codes(foundCriteria(index, 'theo doi thi hanh phap luat'))).toBe('2 2.1 2.1.1 2.1.2');
  });

  it('shows everything for nothing, and nothing for what is not there', () => {
    expect(foundCriteria(index, ' ')).toBe(index);
    expect(foundCriteria(index, 'xyz')).toEqual([]);
  });
});
