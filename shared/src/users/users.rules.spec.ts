import { isLoginName, normalizeLoginName, suggestLoginName } from './login-name.rules.js';
import { passwordFault } from './password.rules.js';
import { PERMISSIONS, can, reachesOf } from './permissions.js';

describe('password rule', () => {
  it.each(['ngắn quá', 'matkhau123456', 'can-tho.admin', 'aaaaaaaaaaaaaaa', '1234561234561', 'Password123456'])(
    'refuses %j',
    (password) => {
      expect(passwordFault(password, 'can-tho.admin')).not.toBeNull();
    },
  );

  it('accepts a long sentence without asking for digits or signs', () => {
    expect(passwordFault('con trâu đi trước cái cày', 'x')).toBeNull();
  });
});

describe('login names', () => {
  it('are made from the unit name and always well formed', () => {
    const name = suggestLoginName('can-tho', 'UBND phường Phú Lợi');
    expect(name).toBe('can-tho.ubnd-phuong-phu-loi');
    expect(isLoginName(name)).toBe(true);
    expect(isLoginName(suggestLoginName('can-tho', 'Đ'.repeat(200)))).toBe(true);
  });

  it('ignore case and outer spaces', () => expect(normalizeLoginName(' Can-Tho.Admin ')).toBe('can-tho.admin'));
  it.each(['аdmin', 'ad min', '1admin', 'ad', 'admin\u0000'])('refuse %j', (name) =>
    expect(isLoginName(name)).toBe(false),
  );
});

describe('permissions', () => {
  it('keep inspected units from writing anything but their own answers', () => {
    const unitCan = Object.keys(PERMISSIONS).filter((permission) =>
      can({ roles: ['unit_officer'] }, permission as keyof typeof PERMISSIONS),
    );
    expect(unitCan).not.toContain('remediation.decide');
    expect(unitCan).not.toContain('findings.write');
    expect(reachesOf(['unit_officer'], 'remediation.read')).toEqual(['unit']);
  });

  it('add up when an account holds several roles', () => {
    expect(reachesOf(['inspector', 'unit_officer'], 'plans.read')).toEqual(['team', 'unit']);
    expect(reachesOf(['viewer'], 'plans.edit')).toEqual([]);
  });
});
