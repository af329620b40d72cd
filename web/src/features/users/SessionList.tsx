import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { InstantText } from '../../ui/DateText.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { deviceName } from './device-name.js';
import styles from './users.module.css';
import { sessionsQuery, useEndSession } from './users.queries.js';

/** Where the account is logged in; another device can be logged out from here. */
export function SessionList() {
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  if (sessions.isPending) return <Skeletons lines={2} />;
  if (sessions.isError) return <ProblemAlert problem={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <>
      {end.error && <ProblemAlert problem={end.error} />}
      <ul className={styles.sessions}>
        {sessions.data.map((session) => {
          const device = deviceName(session.device);
          return (
            <li key={session.id} className={styles.session}>
              <div>
                {device}
                <small>
                  Địa chỉ {session.address} · đăng nhập lúc <InstantText instant={session.createdAt} /> · dùng gần nhất
                  lúc <InstantText instant={session.lastSeenAt} />
                </small>
              </div>
              {session.isCurrent ? (
                <StatusBadge tone="active">Thiết bị này</StatusBadge>
              ) : (
                <Button
                  variant="default"
                  aria-label={`Kết thúc phiên ${device}`}
                  loading={end.isPending && end.variables === session.id}
                  onClick={() => end.mutate(session.id)}
                >
                  Kết thúc
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
