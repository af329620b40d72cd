import type { MeView } from '@kiemtra/shared/users';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.js';
import { GateField, GateFrame, GateProblem } from './GateFrame.js';
import styles from './gate.module.css';

/** Log-in: plain elements, so that it opens at once on a weak line. */
export function LoginPage({ onEnter }: { onEnter: (me: MeView) => Promise<void> }) {
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsSending(true);
    setProblem(null);
    try {
      await onEnter(await api.post<MeView>('/auth/login', { loginName: loginName.trim(), password }));
    } catch (error) {
      setProblem(error);
      setIsSending(false);
    }
  };

  return (
    <GateFrame title="Đăng nhập">
      <form onSubmit={(event) => void send(event)} className={styles.form}>
        <GateProblem problem={problem} />
        <GateField
          label="Tên đăng nhập"
          autoComplete="username"
          autoCapitalize="none"
          value={loginName}
          onChange={setLoginName}
        />
        <GateField
          label="Mật khẩu"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <button type="submit" className={styles.button} disabled={isSending}>
          {isSending ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
      </form>
      <p className={styles.note}>
        Lần đầu sử dụng hoặc quên mật khẩu: <a href="/kich-hoat">kích hoạt bằng phiếu</a> do quản trị của Sở cấp.
      </p>
    </GateFrame>
  );
}
