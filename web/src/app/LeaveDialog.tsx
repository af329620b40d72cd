import { Button, Group, Modal, Progress, Text } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import type { Ledger } from '../offline/index.js';
import { heldBack, type Leaving } from './leaving.js';

interface LeaveDialogProps {
  leaving: Leaving | null;
  onStay: () => void;
  onLock: () => void;
}

/** What logging out does with work that is on this device only. */
export function LeaveDialog({ leaving, onStay, onLock }: LeaveDialogProps) {
  if (leaving?.is === 'sending') return leaving.ledger && <Sending ledger={leaving.ledger} onStay={onStay} />;
  const isAsking = leaving?.is === 'asking';
  const left = isAsking ? leaving.left : 0;
  return (
    <Modal opened={isAsking} onClose={onStay} title={left > 0 ? `Còn ${left} mục chưa gửi` : 'Chưa kết nối được'}>
      <Text>
        {left > 0
          ? 'Các mục này mới chỉ có trên máy này. Khi khóa máy, chúng được giữ nguyên cho tài khoản của anh/chị, không ai khác xem được, và được gửi khi anh/chị đăng nhập lại trên máy này.'
          : 'Máy không kết nối được với hệ thống để đăng xuất. Khi khóa máy, không ai xem được gì của tài khoản này.'}
      </Text>
      <Text mt="xs">Sau khi khóa, chỉ đăng nhập lại được khi có mạng.</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onStay}>
          Ở lại
        </Button>
        <Button data-autofocus onClick={onLock}>
          Khóa máy
        </Button>
      </Group>
    </Modal>
  );
}

function Sending({ ledger, onStay }: { ledger: Ledger; onStay: () => void }) {
  const left = useSyncExternalStore(ledger.subscribe, () => heldBack(ledger));
  const [first] = useState(left);
  const sent = Math.max(0, first - left);
  return (
    <Modal opened={first > 0} onClose={onStay} title="Đang gửi trước khi đăng xuất">
      <Text role="status">
        Đã gửi {sent} trên {first} mục.
      </Text>
      <Progress mt="xs" value={(sent / first) * 100} aria-label="Đã gửi" />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onStay}>
          Ở lại
        </Button>
      </Group>
    </Modal>
  );
}
