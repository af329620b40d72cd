import { Button, Title } from '@mantine/core';
import { ROLE_LABELS } from '@kiemtra/shared/users';
import { useMe } from '../../api/me.js';
import { Facts } from '../../ui/Facts.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { ChangePasswordForm } from './ChangePasswordForm.js';
import styles from './users.module.css';
import { SessionList } from './SessionList.js';
import { useLogOut } from './users.queries.js';

/** The own account: who one is here, where one is logged in, the password. */
export function MyAccountPage() {
  const me = useMe();
  const logOut = useLogOut();
  return (
    <Page
      title="Tài khoản của tôi"
      actions={
        <Button variant="default" onClick={() => logOut.mutate()} loading={logOut.isPending}>
          Đăng xuất
        </Button>
      }
    >
      {logOut.error && <ProblemAlert problem={logOut.error} kept="Anh/chị vẫn đang đăng nhập." />}
      <Facts
        facts={[
          ['Họ tên', me.displayName],
          ['Chức vụ', me.position],
          ['Đơn vị', me.organization?.name],
          ['Tỉnh, thành phố', me.province.name],
          ['Tên đăng nhập', me.loginName],
          ['Vai trò', me.roles.map((role) => ROLE_LABELS[role]).join(', ')],
        ]}
      />
      <section className={styles.section}>
        <Title order={2}>Các phiên đăng nhập</Title>
        <SessionList />
      </section>
      <section className={styles.section}>
        <Title order={2}>Đổi mật khẩu</Title>
        <ChangePasswordForm />
      </section>
    </Page>
  );
}
