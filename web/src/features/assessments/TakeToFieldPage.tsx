import { Anchor, Button, Loader } from '@mantine/core';
import { visitTimeText } from '@kiemtra/shared/visits';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useLedger, usePack } from '../../offline/index.js';
import { Page } from '../../ui/Page.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { scoringQuery } from './assessments.queries.js';
import { isAppleDevice, runStep, STEP_TEXT, STEPS, type Step, type StepEnd } from './take-to-field.js';
import styles from './take-to-field.module.css';

const MARKS: Record<StepEnd['state'], { tone: Tone; text: string }> = {
  done: { tone: 'done', text: 'Xong' },
  warned: { tone: 'waiting', text: 'Lưu ý' },
  failed: { tone: 'late', text: 'Chưa được' },
};

interface TakeToFieldPageProps {
  visitPath: (visitId: string) => string;
  sheetPath: (visitId: string) => string;
}

/** One button brings a visit to the device; only what was read back from it counts as ready. */
export function TakeToFieldPage({ visitPath, sheetPath }: TakeToFieldPageProps) {
  const { visitId = '' } = useParams();
  const pack = usePack(visitId);
  const { ends, running, take } = useTaking(visitId);
  const isReady = STEPS.every((step) => ends[step] && ends[step].state !== 'failed');
  const name = pack?.visit.target.name ?? 'Cuộc kiểm tra';
  return (
    <Page
      title="Mang ra hiện trường"
      crumbs={[{ label: name, to: visitPath(visitId) }]}
      lead={pack ? `${name} · ${visitTimeText(pack.visit)}` : 'Làm khi còn mạng, trước khi đến đơn vị.'}
    >
      <p className={styles.intro}>
        Máy tải những gì cần để chấm khi không có mạng, rồi tự đọc lại từ máy với mạng bị ngắt. Chỉ khi đọc lại được,
        cuộc kiểm tra mới được ghi là sẵn sàng.
      </p>
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step} className={styles.step} aria-busy={running === step}>
            <div className={styles.stepHead}>
              <span>{STEP_TEXT[step]}</span>
              <Mark end={ends[step]} isRunning={running === step} />
            </div>
            {ends[step] && <p className={styles.says}>{ends[step].says}</p>}
          </li>
        ))}
      </ol>
      <div aria-live="polite" className={styles.outcome}>
        {isReady && !running && (
          <>
            <StatusBadge tone="done">Sẵn sàng đi kiểm tra</StatusBadge>
            <Anchor component={Link} to={sheetPath(visitId)} className={styles.toSheet}>
              Mở phiếu chấm
            </Anchor>
          </>
        )}
        {!running && STEPS.some((step) => ends[step]?.state === 'failed') && (
          <p>Chưa sẵn sàng: đề nghị làm theo hướng dẫn ở bước chưa được rồi thử lại.</p>
        )}
      </div>
      {!(isReady && !running) && (
        <Button size="lg" loading={running !== null} onClick={() => void take()}>
          {Object.keys(ends).length > 0 ? 'Thử lại' : 'Mang ra hiện trường'}
        </Button>
      )}
    </Page>
  );
}

function Mark({ end, isRunning }: { end: StepEnd | undefined; isRunning: boolean }) {
  if (isRunning) return <Loader size="sm" aria-label="Đang làm" />;
  if (!end) return null;
  const { tone, text } = MARKS[end.state];
  return <StatusBadge tone={tone}>{text}</StatusBadge>;
}

/** Runs the steps one after the other; the last waits for all before it. */
function useTaking(visitId: string) {
  const ledger = useLedger();
  const queries = useQueryClient();
  const [ends, setEnds] = useState<Partial<Record<Step, StepEnd>>>({});
  const [running, setRunning] = useState<Step | null>(null);

  const take = async () => {
    setEnds({});
    let hasFailed = false;
    for (const step of STEPS) {
      // What is marked as ready was brought, and has room.
      if (step === 'start' && hasFailed) break;
      setRunning(step);
      const end = await runStep(step, {
        bring: () => queries.fetchQuery({ ...scoringQuery(visitId, ledger), staleTime: 0 }),
        readBack: () => ledger.takeToField(visitId),
        isApple: isAppleDevice(),
      });
      hasFailed ||= end.state === 'failed';
      setEnds((before) => ({ ...before, [step]: end }));
    }
    setRunning(null);
  };
  return { ends, running, take };
}
