import { Title } from '@mantine/core';
import { ROLE_LABELS } from '@kiemtra/shared/users';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.js';
import { Facts } from '../../ui/Facts.js';
import { Page } from '../../ui/Page.js';
import { ChangePasswordForm } from './ChangePasswordForm.js';
import { EmailForm } from './EmailForm.js';
import styles from './users.module.css';
import { SessionList } from './SessionList.js';

/** The own account: who one is here, where one is logged in, the password. `logOut` knows what the device still holds. */
export function MyAccountPage({ logOut }: { logOut: ReactNode }) {
  const me = useMe();
  return (
    <Page title="Tài khoản của tôi" actions={logOut}>
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
        <Title order={2}>Thư nhắc việc</Title>
        <EmailForm />
      </section>
      <section className={styles.section}>
        <Title order={2}>Đổi mật khẩu</Title>
        <ChangePasswordForm />
      </section>
    </Page>
  );
}
