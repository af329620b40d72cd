import { Anchor, Button, Text } from '@mantine/core';
import { noticeText, type MailStanding, type NoticeView } from '@kiemtra/shared/reminders';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DateText } from '../../ui/DateText.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { noticesQuery, useReadNotices } from './reminders.queries.js';
import styles from './reminders.module.css';

/** What waits for this account, what it has not seen first; opening a matter marks its notice. */
export function NoticesPage() {
  const notices = useQuery(noticesQuery);
  const read = useReadNotices();
  const unread = (notices.data?.items ?? []).flatMap(({ id, isRead }) => (isRead ? [] : [id]));
  return (
    <Page
      title="Nhắc việc"
      actions={
        unread.length > 1 && (
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate(unread)}>
            Đánh dấu đã xem tất cả
          </Button>
        )
      }
    >
      {read.isError && <ProblemAlert problem={read.error} />}
      {notices.isPending && <Skeletons lines={6} />}
      {notices.isError && <ProblemAlert problem={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data && <MailLine mail={notices.data.mail} />}
      {notices.data && (
        <Notices items={notices.data.items} isMarking={read.isPending} onRead={(id) => read.mutate([id])} />
      )}
    </Page>
  );
}

const MAIL_TEXTS: Record<MailStanding, string> = {
  off: 'Hệ thống chưa đặt máy chủ gửi thư nên việc chỉ được nhắc tại trang này.',
  no_address: 'Chưa có địa chỉ thư điện tử nên việc chỉ được nhắc tại trang này.',
  daily: 'Việc mới cũng được gửi vào thư điện tử, mỗi ngày nhiều nhất một thư.',
};

/** Whether notices also go out by e-mail, and where that is set. */
function MailLine({ mail }: { mail: MailStanding }) {
  return (
    <Text size="sm" c="dimmed" mb="md">
      {MAIL_TEXTS[mail]}{' '}
      {mail !== 'off' && (
        <Anchor component={Link} to="/toi" inherit>
          Đặt địa chỉ
        </Anchor>
      )}
    </Text>
  );
}

interface NoticesProps {
  items: readonly NoticeView[];
  isMarking: boolean;
  onRead: (id: string) => void;
}

function Notices({ items, isMarking, onRead }: NoticesProps) {
  if (items.length === 0) {
    return (
      <EmptyState>
        Hiện không có việc nào đến hạn. Việc sắp đến hạn, quá hạn hoặc chờ xem xét được nhắc tại đây từ 07:00 mỗi ngày
        làm việc.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.notices}>
      {items.map((notice) => (
        <li key={notice.id} data-unread={!notice.isRead || undefined}>
          <div>
            <strong>{noticeText(notice)}</strong>
            <Text className={styles.asked}>{notice.text}</Text>
            <Text size="sm" c="dimmed">
              {notice.recipient} · {notice.plan} · nhắc ngày <DateText date={notice.toldOn} />
            </Text>
          </div>
          <div className={styles.acts}>
            {notice.recipientId && (
              <Button
                component={Link}
                to={`/khac-phuc/${notice.recipientId}`}
                onClick={() => {
                  if (!notice.isRead) onRead(notice.id);
                }}
              >
                Mở
              </Button>
            )}
            {!notice.isRead && (
              <Button variant="default" disabled={isMarking} onClick={() => onRead(notice.id)}>
                Đã xem
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
