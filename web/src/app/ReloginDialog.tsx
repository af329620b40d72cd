import { Anchor, Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import type { MeView } from '@kiemtra/shared/users';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { api, onSessionLost } from '../api/client.js';
import { useMe } from '../api/me.js';
import { rememberMe } from '../api/remembered-me.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/**
 * The session ended while somebody works: the same account logs in over the page, then every waiting request goes on.
 * The page below stays as it is.
 */
export function ReloginDialog() {
  const me = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);
  const resume = useRef<() => void>(null);

  useEffect(() => {
    onSessionLost(
      () =>
        new Promise((resolve) => {
          resume.current = resolve;
          setIsOpen(true);
        }),
    );
    return () => onSessionLost(null);
  }, []);

  const logIn = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSending(true);
    setProblem(null);
    try {
      rememberMe(await api.post<MeView>('/auth/login', { loginName: me.loginName, password }, { background: true }));
      setIsOpen(false);
      setPassword('');
      resume.current?.();
    } catch (error) {
      setProblem(error);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Modal
      opened={isOpen}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title="Phiên làm việc đã hết"
    >
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
