import { ROLES, type MeView, type Role } from '@kiemtra/shared/users';
import { bottomBarOf, railOf, restOf } from './navigation.js';

const as = (...roles: Role[]): MeView => ({
  accountId: '1',
  loginName: 'x',
  displayName: 'X',
  position: null,
  email: null,
  roles,
  organization: null,
  province: { id: '2', name: 'Thành phố Cần Thơ' },
});
const labels = (items: { label: string }[]) => items.map((item) => item.label);

describe('navigation', () => {
  it('shows a unit officer the own work and nothing of how the department works', () => {
    const rail = railOf(as('unit_officer')).flatMap((group) => labels([...group.items]));
    expect(rail).toEqual(['Hôm nay', 'Nhắc việc', 'Kế hoạch', 'Cuộc kiểm tra', 'Khắc phục']);
  });

  it('gives the administrator the accounts and the log', () => {
    const rail = railOf(as('administrator')).flatMap((group) => labels([...group.items]));
    expect(rail).toEqual(expect.arrayContaining(['Đơn vị', 'Tài khoản', 'Nhật ký']));
  });

  it('has the queue of the device under the thumb of those who record on site, and of nobody else', () => {
    const bar = ['Hôm nay', 'Cuộc kiểm tra', 'Hàng đợi', 'Tôi'];
    expect(labels(bottomBarOf(as('inspector')))).toEqual(bar);
    expect(labels(bottomBarOf(as('planner')))).toEqual(['Hôm nay', 'Cuộc kiểm tra', 'Khắc phục', 'Tôi']);
  });

  it.each(ROLES)('leaves nothing out of reach on the phone of: %s', (role) => {
    const bar = bottomBarOf(as(role));
    const rail = railOf(as(role)).flatMap((group) => labels([...group.items]));
    expect(bar.length).toBeLessThanOrEqual(4);
    expect([...labels(bar), ...labels(restOf(as(role)))]).toEqual(expect.arrayContaining(rail));
  });
});
