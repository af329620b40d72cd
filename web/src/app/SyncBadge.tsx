import { Button, Group, Popover, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { isOlderApp } from '@kiemtra/shared/fieldwork';
import { formatInstant } from '@kiemtra/shared/kernel';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { useMe } from '../api/me.js';
import { OFFLINE_START_TEXT, offlineStartObstacle } from '../app-shell/index.js';
import { LedgerProvider, OUTBOX_TEXT, useSyncStatus, type SyncStatus } from '../offline/index.js';
import { StatusBadge } from '../ui/StatusBadge.js';
import { useDeviceLedger } from './device-ledger.js';
import { followAccount } from './follow-account.js';
import { version } from '../../package.json';
import styles from './SyncBadge.module.css';
import { syncBadgeOf } from './sync-badge-words.js';
import { SyncAct } from './SyncAct.js';

/** How the device's ledger stands, in the corner of every page; opens to say why and what can be done. */
export function SyncBadge() {
  const ledger = useDeviceLedger();
  const { accountId } = useMe();
  useEffect(() => followAccount(accountId, () => location.assign('/')), [accountId]);
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
  const { pathname } = useLocation();
  const { tone, text } = syncBadgeOf(steady);
  return (
    // A new page closes it.
    <Popover key={pathname} position="bottom-end" width="20rem" shadow="md" withArrow trapFocus>
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
  const { state, reason, unsaved, unsent, files, kept, since, minApp } = status;
  const isOutdated = minApp !== null && isOlderApp(version, minApp);
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
      {kept > 0 && <Text mt="xs">{kept} mục hệ thống không nhận; nội dung vẫn giữ trên máy này.</Text>}
      {obstacle && <Text mt="xs">{OFFLINE_START_TEXT[obstacle]}</Text>}
      {isOutdated && <Text mt="xs">Ứng dụng trên máy này đã cũ, đề nghị cập nhật; nội dung vẫn được gửi.</Text>}
      <Group mt="sm">
        {(!isClean || isOutdated) && <SyncAct state={isOutdated ? 'update_required' : state} />}
        <Button variant="default" component={Link} to="/hang-doi">
          Xem hàng đợi
        </Button>
      </Group>
    </>
  );
}
