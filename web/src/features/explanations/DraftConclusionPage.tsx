import { Text, Title } from '@mantine/core';
import { mayDraft, mayExplain, maySettle, type DraftConclusionView } from '@kiemtra/shared/explanations';
import { formatDate } from '@kiemtra/shared/kernel';
import type { ReactNode } from 'react';
import { useCan } from '../../api/me.js';
import { Due } from '../../ui/Due.js';
import { DateText } from '../../ui/DateText.js';
import { Facts } from '../../ui/Facts.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page, type Crumb } from '../../ui/Page.js';
import { AgreeRest } from './AgreeRest.js';
import { CloseDraft, DiscardDraft, PutDraft } from './DraftActs.js';
import { Explain } from './ExplainForm.js';
import { DraftStateBadge } from './explanation-badges.js';
import { PutFinding } from './PutFinding.js';
import { SettleFinding } from './SettleForm.js';
import styles from './explanations.module.css';

interface DraftConclusionPageProps {
  draft: DraftConclusionView;
  crumbs: Crumb[];
  /** The reader directs what becomes of it. */
  decides: boolean;
  /** The form in which a draft that is prepared is changed; it needs what other features have. */
  edit: ReactNode;
  onDiscarded: () => void;
}

/** A draft conclusion: for the unit to explain, for the team to decide; everything that was said stays on it. */
export function DraftConclusionPage({ draft, crumbs, decides, edit, onDiscarded }: DraftConclusionPageProps) {
  const { id, state, target, due, putOn, workingDays, findings, isOwn } = draft;
  const explains = useCan('explanations.answer') && isOwn && mayDraft(state, 'explain');
  const silent = findings.filter(({ explanations, standing }) => explanations.length === 0 && mayExplain(standing));
  return (
    <Page
      title="Dự thảo kết luận"
      crumbs={crumbs}
      lead={
        <>
          {target.name} · <DraftStateBadge state={state} />
        </>
      }
      actions={
        <>
          <HistoryLink kind="draft_conclusion" id={id} />
          {decides && mayDraft(state, 'discard') && <DiscardDraft draft={draft} onDone={onDiscarded} />}
          {decides && mayDraft(state, 'put') && <PutDraft draft={draft} />}
          {decides && mayDraft(state, 'close') && <CloseDraft draft={draft} />}
        </>
      }
    >
      <Facts
        facts={[
          ['Kế hoạch', draft.plan.title],
          ['Đưa lấy ý kiến', putOn === null ? null : <DateText key="put" date={putOn} />],
          [
            'Hạn giải trình',
            state === 'preparing' ? (
              `${workingDays} ngày làm việc; đến ${formatDate(due.on)} nếu đưa lấy ý kiến hôm nay`
            ) : (
              <Due key="due" due={due} />
            ),
          ],
        ]}
      />
      {explains && (
        <Text mt="md" maw="75ch">
          Đơn vị cho ý kiến về từng nội dung, kèm tài liệu nếu có. Nội dung không có ý kiến khi hết hạn được coi là đồng
          ý; ý kiến gửi sau hạn vẫn được nhận đến khi đoàn kiểm tra quyết định.
        </Text>
      )}
      {state === 'preparing' && decides ? (
        <section className={styles.section}>{edit}</section>
      ) : (
        <section className={styles.section}>
          <Title order={2}>Các nội dung ({findings.length})</Title>
          <ul className={styles.findings}>
            {findings.map((put, index) => (
              <PutFinding
                key={put.finding.id}
                put={put}
                number={index + 1}
                {...(explains &&
                  mayExplain(put.standing) && {
                    answer: <Explain key={put.version} draftId={id} put={put} />,
                  })}
                {...(decides &&
                  mayDraft(state, 'decide') &&
                  maySettle(put.standing) && { decide: <SettleFinding draftId={id} put={put} /> })}
              />
            ))}
          </ul>
          {explains && silent.length > 1 && (
            <div className={styles.section}>
              <AgreeRest key={silent.length} draftId={id} silent={silent} />
            </div>
          )}
        </section>
      )}
    </Page>
  );
}
