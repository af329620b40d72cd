import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useCan, useMe } from '../api/me.js';
import { useLogOut } from '../features/users/users.queries.js';
import type { Ledger } from '../offline/index.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { deviceLedger } from './device-ledger.js';

/** How long logging out waits for what is still to send. */
const FLUSH_MS = 10_000;

/** Logs out once the device has nothing left to send; else the person decides. Nothing is deleted either way. */
export function LogOut() {
  const { accountId } = useMe();
  const mayHold = useCan('fieldwork.record');
  const logOut = useLogOut();
  const [isFlushing, setFlushing] = useState(false);
  const [left, setLeft] = useState(0);

  const leave = async () => {
    setFlushing(true);
    const ledger = mayHold ? await deviceLedger(accountId).catch(() => null) : null;
    const held = ledger ? await flushed(ledger) : 0;
    setFlushing(false);
    if (held === 0) logOut.mutate();
    else setLeft(held);
  };
  return (
    <>
      <Button variant="default" onClick={() => void leave()} loading={isFlushing || logOut.isPending}>
        Đăng xuất
      </Button>
      <Modal opened={left > 0} onClose={() => setLeft(0)} title={`Còn ${left} mục chưa gửi`}>
        <Text>
          Các mục này mới chỉ có trên máy này. Nếu khóa máy, chúng được giữ nguyên cho tài khoản của anh/chị, không ai
          khác xem được, và được gửi khi anh/chị đăng nhập lại trên máy này.
        </Text>
        {logOut.error && <ProblemAlert problem={logOut.error} kept="Anh/chị vẫn đang đăng nhập." />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button data-autofocus onClick={() => setLeft(0)}>
            Ở lại
          </Button>
          <Button variant="default" loading={logOut.isPending} onClick={() => logOut.mutate()}>
            Khóa máy
          </Button>
        </Group>
      </Modal>
      {left === 0 && logOut.error && <ProblemAlert problem={logOut.error} kept="Anh/chị vẫn đang đăng nhập." />}
    </>
  );
}

/** Sends for at most ten seconds; how much is left. */
async function flushed(ledger: Ledger): Promise<number> {
  const tooLate = new Promise<void>((resolve) => setTimeout(resolve, FLUSH_MS));
  await Promise.race([ledger.flushNow(), tooLate]);
  const { unsaved, unsent, files } = ledger.status();
  return unsaved + unsent + files;
}
