import { Button, Text, Title } from '@mantine/core';
import { AREAS } from '@kiemtra/shared/criteria';
import { newId } from '@kiemtra/shared/kernel';
import {
  actsOf,
  dueHistoryText,
  requestKindText,
  type FindingStanding,
  type RecipientView,
} from '@kiemtra/shared/remediation';
import { useQuery } from '@tanstack/react-query';
import { useState, type ComponentType } from 'react';
import { useParams } from 'react-router';
import { useCan, useMe } from '../../api/me.js';
import { Facts } from '../../ui/Facts.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { DecisionActs } from './DecisionActs.js';
import { AskExtension, ExtensionDecision } from './ExtensionActs.js';
import { LetterButton } from './LetterButton.js';
import { standingOf } from './open-findings.js';
import { AskedUntil, Due, FindingStandingBadge, RemedyStateBadge } from './remedy-badges.js';
import { REMEDIES_CRUMB, remediesOfPlanPath, requestName } from './remediation.paths.js';
import { recipientQuery, useRemedyAct } from './remediation.queries.js';
import { ReportForm } from './ReportForm.js';
import { Thread } from './Thread.js';
import styles from './remediation.module.css';

interface RecipientPageProps {
  /** Who was told that it is late. */
  Escalations: ComponentType<{ recipientId: string }>;
}

/** A request at one recipient: what is asked and why, what to do now, and everything that was said. */
export function RecipientPage({ Escalations }: RecipientPageProps) {
  const { recipientId = '' } = useParams();
  const recipient = useQuery(recipientQuery(recipientId));
  if (recipient.isPending) return <Skeletons lines={8} />;
  if (recipient.isError) {
    return (
      <Page title="Kiến nghị" crumbs={[REMEDIES_CRUMB]}>
        <ProblemAlert problem={recipient.error} onRetry={() => void recipient.refetch()} />
      </Page>
    );
  }
  const { name, state, request, plan, thread } = recipient.data;
  return (
    <Page
      title={requestName(request)}
      crumbs={[
        REMEDIES_CRUMB,
        { label: plan.title, to: remediesOfPlanPath(plan.id) },
        { label: name, to: remediesOfPlanPath(plan.id, name) },
      ]}
      actions={
        <>
          <HistoryLink kind="request_recipient" id={recipientId} />
          <LetterButton recipients={[recipient.data]} isDraft={state === 'draft'} />
        </>
      }
      lead={
        <>
          {name} · <RemedyStateBadge state={state} />
        </>
      }
    >
      <section className={styles.asked}>
        <Text className={styles.request}>{request.text}</Text>
        <Facts
          facts={[
            ['Thời hạn', <DueFact key="due" recipient={recipient.data} />],
            ['Yêu cầu', requestKindText(request.kind)],
            ...(request.measure ? [['Biện pháp', request.measure] as const] : []),
            ['Kế hoạch', plan.title],
          ]}
        />
      </section>
      <AnswerSection recipient={recipient.data} />
      <Reasons recipient={recipient.data} />
      <section className={styles.section}>
        <Title order={2}>Quá trình xử lý</Title>
        {thread.length > 0 ? (
          <Thread entries={thread} findings={recipient.data.findings} />
        ) : (
          <Text c="dimmed">
            {state === 'unstated'
              ? 'Tài liệu của đợt kiểm tra không nêu đơn vị đã xác nhận, đã khắc phục hay chưa.'
              : 'Chưa có trao đổi nào.'}
          </Text>
        )}
        <Escalations recipientId={recipientId} />
      </section>
      <DecisionSection recipient={recipient.data} />
    </Page>
  );
}

/** The due date that counts, those before it, and what is asked for. */
function DueFact({ recipient: { due, firstDueOn, askedUntil, thread } }: { recipient: RecipientView }) {
  const extensions = thread.flatMap(({ act, until }) => (act === 'grant_extension' && until ? [until] : []));
  return (
    <>
      <Due due={due} />
      {firstDueOn && extensions.length > 0 && (
        <Text size="sm" c="dimmed">
          {dueHistoryText(firstDueOn, extensions)}
        </Text>
      )}
      <AskedUntil date={askedUntil} />
    </>
  );
}

function useIsOwn({ organizationId }: RecipientView): boolean {
  const { organization } = useMe();
  return organizationId !== null && organization?.id === organizationId;
}

/** What the unit has to do now, if it has. */
function AnswerSection({ recipient }: { recipient: RecipientView }) {
  const { id, state, thread } = recipient;
  const isOwn = useIsOwn(recipient);
  const canAnswer = useCan('remediation.answer');
  const acts = isOwn && canAnswer ? actsOf('unit', state) : [];
  const returned = state === 'returned' ? thread.findLast(({ act }) => act === 'return') : undefined;
  if (acts.length === 0) return null;
  return (
    <section className={styles.toDo} id="bao-cao">
      <Title order={2}>Việc cần làm</Title>
      {returned?.text && (
        <div className={styles.returned}>
          <strong>Báo cáo trước bị trả lại vì:</strong>
          <Text className={styles.text}>{returned.text}</Text>
        </div>
      )}
      {acts.includes('acknowledge') && <Acknowledge recipientId={id} />}
      {acts.includes('report') && <ReportForm recipient={recipient} />}
      <AskExtension recipient={recipient} />
    </section>
  );
}

/** Below the report that waits for it: the department's decision. Nobody decides about the own unit. */
function DecisionSection({ recipient }: { recipient: RecipientView }) {
  const { state } = recipient;
  const isOwn = useIsOwn(recipient);
  const canDecide = useCan('remediation.decide');
  if (isOwn) return null;
  if (!canDecide || actsOf('department', state).length === 0 || state === 'draft') {
    return <ExtensionDecision recipient={recipient} />;
  }
  return (
    <section className={styles.toDo}>
      <Title order={2}>Quyết định về báo cáo này</Title>
      <DecisionActs recipient={recipient} />
    </section>
  );
}

function Acknowledge({ recipientId }: { recipientId: string }) {
  const acknowledge = useRemedyAct(recipientId, 'acknowledge');
  const [id] = useState(newId);
  return (
    <>
      <Text>Xác nhận đơn vị đã nhận kiến nghị này; sau đó gửi báo cáo khắc phục trước thời hạn.</Text>
      {acknowledge.isError && <ProblemAlert problem={acknowledge.error} />}
      <Button mt="sm" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ id })}>
        Xác nhận đã nhận
      </Button>
    </>
  );
}

function Reasons({ recipient }: { recipient: RecipientView }) {
  const { findings } = recipient;
  if (findings.length === 0) return null;
  return (
    <section className={styles.section}>
      <Title order={2}>Vì sao có kiến nghị này</Title>
      <ul className={styles.reasons}>
        {findings.map(({ id, area, text, extent, legalBasis, cause }) => (
          <li key={id}>
            <Text size="sm" c="dimmed">
              {[AREAS[area].shortName, extent].filter(Boolean).join(' · ')}
            </Text>
            <Text className={styles.text}>{text}</Text>
            <Standing standing={standingOf(recipient, id)} />
            {legalBasis && (
              <Text size="sm" c="dimmed" className={styles.text}>
                Căn cứ: {legalBasis}
              </Text>
            )}
            {cause && (
              <Text size="sm" c="dimmed" className={styles.text}>
                Nguyên nhân: {cause}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ standing }: { standing: FindingStanding | null }) {
  return standing && <FindingStandingBadge standing={standing} />;
}
