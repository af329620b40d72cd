import { passwordFault, PASSWORD_MIN, type MeView } from '@kiemtra/shared/users';
import { useState, type SubmitEvent } from 'react';
import { api } from '../../api/client.js';
import { GateField, GateFrame, GateProblem } from './GateFrame.js';
import styles from './gate.module.css';

const EMPTY = { loginName: '', code: '', password: '', again: '' };
type Field = keyof typeof EMPTY;

/** The first password, or a new one, with the one-time code of a printed slip. */
export function ActivationPage({ onEnter }: { onEnter: (me: MeView) => Promise<void> }) {
  const [values, setValues] = useState(EMPTY);
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setIsSending] = useState(false);

  const field = (name: Field) => ({
    value: values[name],
    onChange: (value: string) => setValues((current) => ({ ...current, [name]: value })),
    ...(faults[name] ? { fault: faults[name] } : {}),
  });

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = faultsOf(values);
    setFaults(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return;
    setIsSending(true);
    try {
      const { again: _, ...body } = { ...values, loginName: values.loginName.trim(), code: values.code.trim() };
      await onEnter(await api.post<MeView>('/auth/activate', body));
    } catch (error) {
      setProblem(error);
      setIsSending(false);
    }
  };

  return (
    <GateFrame title="Kích hoạt tài khoản">
      <form noValidate onSubmit={(event) => void send(event)} className={styles.form}>
        <GateProblem problem={problem} />
        <GateField label="Tên đăng nhập" autoComplete="username" autoCapitalize="none" {...field('loginName')} />
        <GateField
          label="Mã kích hoạt trên phiếu"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          {...field('code')}
        />
        <GateField
          label="Mật khẩu mới"
          hint={`Ít nhất ${PASSWORD_MIN} ký tự; nên dùng một câu dài mà chỉ anh/chị biết.`}
          type="password"
          autoComplete="new-password"
          {...field('password')}
        />
        <GateField label="Nhập lại mật khẩu mới" type="password" autoComplete="new-password" {...field('again')} />
        <button type="submit" className={styles.button} disabled={isSending}>
          {isSending ? 'Đang kích hoạt…' : 'Kích hoạt'}
        </button>
      </form>
      <p className={styles.note}>
        Đã có mật khẩu: <a href="/">đăng nhập</a>.
      </p>
    </GateFrame>
  );
}

function faultsOf(values: typeof EMPTY): Partial<Record<Field, string>> {
  const weak = passwordFault(values.password, values.loginName);
  return {
    ...(values.loginName.trim() ? {} : { loginName: 'Nhập tên đăng nhập in trên phiếu.' }),
    ...(values.code.trim() ? {} : { code: 'Nhập mã in trên phiếu.' }),
    ...(weak ? { password: weak } : {}),
    ...(values.again === values.password ? {} : { again: 'Hai lần nhập mật khẩu chưa giống nhau.' }),
  };
}
