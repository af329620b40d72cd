import { Text, Title } from '@mantine/core';
import type { DeviceView, MemberDevicesView } from '@kiemtra/shared/fieldwork';
import type { VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../api/me.js';
import { InstantText } from '../../ui/DateText.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { deviceRemarks, deviceState } from './device-words.js';
import styles from './visits.module.css';
import { devicesQuery, standingQuery } from './visits.queries.js';

/** How far the team has come together, on which devices it records, and what of it has not come: for the head, until the visit is over and all is in. */
export function TeamDevices({ visit }: { visit: VisitView }) {
  const isHead = useCan('visits.conduct') && visit.isLead;
  const { data, error, refetch } = useQuery({
    ...devicesQuery(visit.id),
    enabled: isHead && visit.state !== 'cancelled',
  });
  const isOver =
    visit.state === 'finalised' && !data?.some(({ devices }) => devices.some(({ missing }) => missing > 0));
  if (!isHead || isOver) return null;
  if (!data && !error) return null;
  return (
    <section className={styles.section}>
      <Title order={2}>Máy của đoàn</Title>
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Text className={styles.facts} mb="xs">
            {summary(data)}
            <Progress targetId={visit.target.id} />
          </Text>
          {data.some(({ devices }) => devices.length > 0) && (
            <ul className={`${styles.cards} ${styles.members}`} aria-label="Máy của đoàn">
              {data.map((member) => (
                <li key={member.accountId} className={styles.card}>
                  <Member member={member} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

/** What the answers of all devices come to together. */
function Progress({ targetId }: { targetId: string }) {
  const { data } = useQuery(standingQuery(targetId));
  if (!data) return null;
  const { answered, tally } = data.totals.whole;
  const disputed = data.rows.filter(({ answer }) => answer && answer.disputes.length > 0).length;
  return (
    <>
      {` Cả đoàn đã chấm ${answered}/${tally.total} tiêu chí`}
      {disputed > 0 && `, ${disputed} tiêu chí có ý kiến khác nhau`}.
    </>
  );
}

function summary(members: readonly MemberDevicesView[]): string {
  const devices = members.flatMap((member) => member.devices);
  const missing = devices.reduce((sum, device) => sum + device.missing, 0);
  if (devices.length === 0) return 'Chưa có máy nào mang cuộc kiểm tra này ra hiện trường.';
  return missing > 0
    ? `${devices.length} máy; còn ${missing} thao tác chưa về hệ thống.`
    : `${devices.length} máy; mọi thao tác đã về hệ thống.`;
}

function Member({ member: { name, devices } }: { member: MemberDevicesView }) {
  return (
    <>
      <p className={styles.memberName}>{name}</p>
      {devices.length === 0 && <p className={styles.facts}>Chưa có máy nào.</p>}
      {devices.map((device, index) => (
        <Device key={device.lane} device={device} name={devices.length > 1 ? `Máy ${index + 1}` : 'Máy'} />
      ))}
    </>
  );
}

function Device({ device, name }: { device: DeviceView; name: string }) {
  const { contactedAt, unsentSince, missing } = device;
  const state = deviceState(device);
  const remarks = deviceRemarks(device);
  return (
    <div className={styles.device}>
      <div className={styles.cardHead}>
        <span>
          {name}: liên hệ lần cuối <InstantText instant={contactedAt} />
          {missing > 0 && unsentSince && (
            <>
              , có nội dung chưa gửi từ <InstantText instant={unsentSince} />
            </>
          )}
        </span>
        <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
      </div>
      {remarks.length > 0 && <p className={styles.facts}>{remarks.join(' ')}</p>}
    </div>
  );
}
