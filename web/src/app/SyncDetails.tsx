import { Button, Group, Text } from '@mantine/core';
import { isOlderApp } from '@kiemtra/shared/fieldwork';
import { formatInstant } from '@kiemtra/shared/kernel';
import { Link } from 'react-router';
import { OFFLINE_START_TEXT, offlineStartObstacle } from '../app-shell/index.js';
import { OUTBOX_TEXT, type SyncStatus } from '../offline/index.js';
import { version } from '../../package.json';
import { SyncAct } from './SyncAct.js';

/** What waits on this device, why, and what can be done about it. */
export function SyncDetails({ status }: { status: SyncStatus }) {
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
