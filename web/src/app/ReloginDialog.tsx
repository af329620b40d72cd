import { Anchor, Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import type { MeView } from '@kiemtra/shared/users';
import { useState, type SubmitEvent } from 'react';
import { api } from '../api/client.js';
import { useCan, useMe } from '../api/me.js';
import { rememberMe } from '../api/remembered-me.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { deviceLedger } from './device-ledger.js';

/** Asks for the password of the account at work. */
export function ReloginDialog({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const mayHold = useCan('fieldwork.record');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);

  const logIn = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSending(true);
    setProblem(null);
    try {
      rememberMe(await api.post<MeView>('/auth/login', { loginName: me.loginName, password }, { background: true }));
      onDone();
      // What waited for this goes at once.
      if (mayHold) void deviceLedger(me.accountId).then((ledger) => ledger.flushNow());
    } catch (error) {
      setProblem(error);
      setIsSending(false);
    }
  };

  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title="Phiên làm việc đã hết">
      <form onSubmit={(event) => void logIn(event)}>
        <Text>Nội dung đang nhập vẫn còn. Đăng nhập lại để tiếp tục.</Text>
        <Text mt="sm">
          Tài khoản: <strong>{me.loginName}</strong>
        </Text>
        <PasswordInput
          mt="sm"
          label="Mật khẩu"
          data-autofocus
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {problem !== null && <ProblemAlert problem={problem} />}
        <Group justify="space-between" mt="lg">
          <Anchor href="/" size="sm">
            Dùng tài khoản khác
          </Anchor>
          <Button type="submit" loading={isSending}>
            Đăng nhập lại
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
