import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '../api/me.js';
import { MyAccountPage } from '../features/users/MyAccountPage.js';
import { LogOut } from './LogOut.js';
import styles from './MePage.module.css';
import { restOf } from './navigation.js';

/** "Tôi": the account, and on a phone the way to what the bottom bar has no room for. */
export function MePage() {
  const others = restOf(useMe());
  return (
    <>
      <MyAccountPage logOut={<LogOut />} />
      {others.length > 0 && (
        <nav aria-label="Mục khác" className={styles.rest}>
          {others.map((item) => (
            <Anchor key={item.to} component={Link} to={item.to} className={styles.link}>
              {item.label}
            </Anchor>
          ))}
        </nav>
      )}
    </>
  );
}
