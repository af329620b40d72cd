import { useEffect, useId, type ComponentProps, type ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.js';
import styles from './gate.module.css';

/** The card on which log-in and activation stand. */
export function GateFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <title>{`${title} – Kiểm tra CCHC`}</title>
      <div className={styles.card}>
        <p className={styles.product}>Kiểm tra cải cách hành chính</p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}

interface GateFieldProps extends Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'autoCapitalize'> {
  label: string;
  hint?: string;
  fault?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A labelled input with its hint and what is wrong with it. */
export function GateField({ label, hint, fault, onChange, ...input }: GateFieldProps) {
  const id = useId();
  const described = [hint && `${id}hint`, fault && `${id}fault`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <div id={`${id}hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      <input
        {...input}
        id={id}
        required
        className={styles.input}
        aria-invalid={fault !== undefined}
        {...(described ? { 'aria-describedby': described } : {})}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {fault && (
        <div id={`${id}fault`} className={styles.fault}>
          {fault}
        </div>
      )}
    </div>
  );
}

/** Why the server refused, with the request id in small print. */
export function GateProblem({ problem }: { problem: unknown }) {
  useEffect(() => {
    // Anything but a refusal is a defect of ours; it is reported like any uncaught error.
    if (problem !== null && !(problem instanceof ApiProblem)) reportError(problem);
  }, [problem]);
  if (problem === null) return null;
  const known = problem instanceof ApiProblem ? problem : null;
  return (
    <div role="alert" className={styles.problem}>
      {known?.violations[0]?.message ?? known?.message ?? 'Trang gặp lỗi. Đề nghị tải lại trang.'}
      {known?.requestId && <small>Mã yêu cầu: {known.requestId}</small>}
    </div>
  );
}
