import { Suspense, lazy, useEffect, useRef, type ReactNode } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useCan, useMe } from '../api/me.js';
import { NOTICES, bottomBarOf, railOf, type NavItem } from './navigation.js';
import { useScrollPlaces } from './scroll-places.js';
import { ShellNotices } from './ShellNotices.js';
import styles from './Shell.module.css';

/** Comes after the frame: who inspects has no notices, and the field route is short of room. */
const UnreadNotices = lazy(async () => ({ default: (await import('./UnreadNotices.js')).UnreadNotices }));

/** The frame around every page. `syncBadge` has the upper right corner, on every page and every device. */
export function Shell({ syncBadge }: { syncBadge?: ReactNode }) {
  const me = useMe();
  const mayReadNotices = useCan('notices.read');
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  useScrollPlaces();

  return (
    <div className={styles.shell}>
      <a href="#noi-dung" className={styles.skip}>
        Tới nội dung chính
      </a>
      <nav className={`${styles.rail} k-no-print`} aria-label="Chức năng">
        <div className={styles.brand}>Kiểm tra CCHC</div>
        {railOf(me).map((group) => (
          <div key={group.title ?? ''} className={styles.group}>
            {group.title && <div className={styles.groupTitle}>{group.title}</div>}
            {group.items.map((item) => (
              <RailLink key={item.to} item={item} />
            ))}
          </div>
        ))}
        <NavLink to="/toi" className={`${styles.railLink} ${styles.account}`}>
          <span>
            {me.displayName}
            <small>Tài khoản của tôi</small>
          </span>
        </NavLink>
      </nav>
      <section aria-label="Nơi làm việc" className={`${styles.top} k-no-print`}>
        <span className={styles.where}>{me.organization?.name ?? me.province.name}</span>
        {mayReadNotices && (
          <NavLink to={NOTICES.to} className={styles.bell}>
            <NOTICES.icon size={22} stroke={1.75} aria-hidden />
            <span className={styles.heard}>{NOTICES.label}</span>
            <Suspense>
              <UnreadNotices />
            </Suspense>
          </NavLink>
        )}
        <div className={styles.sync}>{syncBadge}</div>
      </section>
      <main ref={main} id="noi-dung" tabIndex={-1} className={styles.main}>
        <ShellNotices />
        <Outlet />
      </main>
      <nav className={`${styles.bar} k-no-print`} aria-label="Chức năng chính">
        {bottomBarOf(me).map((item) => (
          <NavLink key={item.to} to={item.to} className={styles.barLink}>
            <item.icon size={22} stroke={1.75} aria-hidden />
            {item.label}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}

function RailLink({ item }: { item: NavItem }) {
  return (
    <NavLink to={item.to} className={styles.railLink}>
      <item.icon size={18} stroke={1.75} aria-hidden />
      {item.label}
      {item === NOTICES && (
        <Suspense>
          <UnreadNotices />
        </Suspense>
      )}
    </NavLink>
  );
}

/** Keyboard and screen reader start at the new page, not in the menu that opened it. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}
