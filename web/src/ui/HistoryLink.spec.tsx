import type { Role } from '@kiemtra/shared/users';
import { screen } from '@testing-library/react';
import { seenBy } from '../api/testing.js';
import { HistoryLink } from './HistoryLink.js';
import { renderScreen } from './testing.js';

const seen = (role: Role) => {
  renderScreen(seenBy([role], <HistoryLink kind="plan" id="p" />));
  return screen.queryByRole('link', { name: 'Nhật ký' })?.getAttribute('href');
};

describe('HistoryLink', () => {
  it('leads who may read the journal to the history of the record', () => {
    expect(seen('leader')).toBe('/nhat-ky?loai=plan&ban-ghi=p');
  });

  it.each<Role>(['inspector', 'viewer', 'unit_officer'])('is not shown to: %s', (role) => {
    expect(seen(role)).toBeUndefined();
  });
});
