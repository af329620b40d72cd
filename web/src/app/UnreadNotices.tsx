import { useQuery } from '@tanstack/react-query';
import { noticeCountQuery } from '../features/reminders/reminders.queries.js';
import styles from './Shell.module.css';

/** How many notices this account has not seen, as part of a link; nothing for none. */
export function UnreadNotices() {
  const { data } = useQuery(noticeCountQuery);
  if (!data?.unread) return null;
  return (
    <span className={styles.unread}>
      {data.unread > 99 ? '99+' : data.unread}
      <span className={styles.heard}> việc chưa xem</span>
    </span>
  );
}
