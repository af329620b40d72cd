import { Button, Group, Popover, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { OPERATION_SUBJECTS } from '@kiemtra/shared/fieldwork';
import { formatInstant } from '@kiemtra/shared/kernel';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client.js';
import { OFFLINE_START_TEXT, offlineStartObstacle, takeUpdate } from '../app-shell/index.js';
import { scoringPath } from '../features/assessments/assessments.paths.js';
import { LedgerProvider, OUTBOX_TEXT, useLedger, useSyncStatus, type SyncStatus } from '../offline/index.js';
import { StatusBadge } from '../ui/StatusBadge.js';
import { useDeviceLedger } from './device-ledger.js';
import styles from './SyncBadge.module.css';
import { syncBadgeOf } from './sync-badge-words.js';

/** How the device's ledger stands, in the corner of every page; opens to say why and what can be done. */
export function SyncBadge() {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return null;
  if (ledger === 'failed') return <StatusBadge tone="late">Máy không lưu được</StatusBadge>;
  return (
    <LedgerProvider value={ledger}>
      <OpenBadge />
    </LedgerProvider>
  );
}

/** What changes and changes back sooner is not shown. */
const STEADY_MS = 300;

function OpenBadge() {
  const status = useSyncStatus();
  const [steady] = useDebouncedValue(status, STEADY_MS);
  const { tone, text } = syncBadgeOf(steady);
  return (
    <Popover position="bottom-end" width="20rem" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <button type="button" className={styles.badge} aria-label={`Đồng bộ: ${text}`}>
          <StatusBadge tone={tone}>{text}</StatusBadge>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Đồng bộ">
        <Details status={steady} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Details({ status }: { status: SyncStatus }) {
  const { state, reason, unsaved, unsent, files, kept, since } = status;
  const obstacle = offlineStartObstacle();
  const isClean = unsaved + unsent + files + kept === 0;
  return (
    <>
      {isClean && <Text>Mọi nội dung ghi nhận trên máy này đã có ở hệ thống.</Text>}
      {unsaved > 0 && <Text>{unsaved} mục máy chưa lưu được: đừng đóng trang, máy đang thử lại.</Text>}
      {unsent > 0 && (
        <Text>
          {unsent} nội dung đã lưu trên máy, chờ gửi{since && ` từ ${formatInstant(new Date(since))}`}.
        </Text>
      )}
      {files > 0 && <Text>{files} tệp chờ gửi.</Text>}
      {OUTBOX_TEXT[state] !== '' && <Text mt="xs">{OUTBOX_TEXT[state]}.</Text>}
      {reason && <Text mt="xs">{reason}</Text>}
      {kept > 0 && <Kept />}
      {obstacle && <Text mt="xs">{OFFLINE_START_TEXT[obstacle]}</Text>}
      {!isClean && <Act state={state} />}
    </>
  );
}

function Act({ state }: Pick<SyncStatus, 'state'>) {
  const ledger = useLedger();
  const logInAgain = async () => {
    // Asks who one is: a lost session opens the dialog over the page.
    await api.get('/auth/me').catch(() => undefined);
    await ledger.flushNow();
  };
  return (
    <Group mt="sm">
      {state === 'auth_required' && <Button onClick={() => void logInAgain()}>Đăng nhập lại</Button>}
      {state === 'update_required' && <Button onClick={() => void takeUpdate()}>Tải bản mới</Button>}
      {state !== 'auth_required' && state !== 'update_required' && (
        <Button variant="default" onClick={() => void ledger.flushNow()}>
          Gửi ngay
        </Button>
      )}
    </Group>
  );
}

/** What the server refused, each with the way to where it was written. */
function Kept() {
  const ledger = useLedger();
  const [kept, setKept] = useState<Awaited<ReturnType<typeof ledger.listKept>>>([]);
  useEffect(() => {
    void ledger.listKept().then(setKept);
  }, [ledger]);
  return (
    <>
      <Text mt="xs">Hệ thống không nhận; nội dung vẫn giữ trên máy này:</Text>
      <ul className={styles.kept}>
        {kept.map(({ lane, seq, operation: { visit, kind, criterion } }) => (
          <li key={`${lane}.${seq}`}>
            {criterion === undefined ? (
              <Link to={scoringPath(visit)}>{OPERATION_SUBJECTS[kind]}</Link>
            ) : (
              <Link to={`${scoringPath(visit)}?tieu-chi=${encodeURIComponent(criterion)}`}>Tiêu chí {criterion}</Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
