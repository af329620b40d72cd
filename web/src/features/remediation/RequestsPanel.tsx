import { Anchor, Button, Group, Text } from '@mantine/core';
import { remedyStandingText, requestKindText, type RequestView } from '@kiemtra/shared/remediation';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { IssueRequest } from './IssueRequest.js';
import { LetterButton } from './LetterButton.js';
import { Due, RemedyStateBadge, toneOf } from './remedy-badges.js';
import { recipientPath, remediesOfPlanPath, requestName, requestPath } from './remediation.paths.js';
import { requestsQuery, useDeleteRequest } from './remediation.queries.js';
import { RemedyRates } from './RemedyRates.js';
import styles from './remediation.module.css';

/** Recipients that are named one by one. */
const MOST_NAMED = 6;

/** The requests of a plan: drafts to finish and issue, and where the issued ones stand. */
export function RequestsPanel({ planId, canRequest }: { planId: string; canRequest: boolean }) {
  const requests = useQuery(requestsQuery(planId));
  if (requests.isPending) return <Skeletons lines={8} />;
  if (requests.isError) return <ProblemAlert problem={requests.error} onRetry={() => void requests.refetch()} />;
  const write = canRequest && (
    <Button component={Link} to={requestPath(planId, 'moi')}>
      Lập kiến nghị
    </Button>
  );
  if (requests.data.length === 0) {
    return (
      <EmptyState action={write}>
        Kiến nghị của kế hoạch nằm ở đây: yêu cầu gì, gửi đến đâu, khi nào phải xong và đã khắc phục đến đâu.
      </EmptyState>
    );
  }
  return (
    <>
      <Group justify="flex-end" mb="sm">
        {write}
      </Group>
      <RemedyRates planId={planId} />
      <ul className={styles.lines}>
        {requests.data.map((request) => (
          <RequestCard key={request.id} request={request} canRequest={canRequest} />
        ))}
      </ul>
    </>
  );
}

function RequestCard({ request, canRequest }: { request: RequestView; canRequest: boolean }) {
  const { kind, text, measure, isIssued, findingIds, recipients } = request;
  return (
    <li className={styles.card}>
      <div className={styles.lineHead}>
        {!isIssued && <StatusBadge tone="neutral">Dự thảo</StatusBadge>}
        {isIssued && recipients.length > 1 && (
          <StatusBadge tone={toneOf(recipients.map(({ state }) => state))}>
            {remedyStandingText(recipients.map(({ state }) => state))}
          </StatusBadge>
        )}
        <Text size="sm" c="dimmed">
          {[
            requestKindText(kind),
            isIssued && requestName(request),
            findingIds.length > 0 && `${findingIds.length} căn cứ`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Text className={styles.text}>{text}</Text>
      {measure && (
        <Text size="sm" c="dimmed" className={styles.text}>
          Biện pháp: {measure}
        </Text>
      )}
      <Recipients request={request} />
      {!isIssued && (
        <Group gap="xs" mt="sm">
          {canRequest && <DraftActs request={request} />}
          <LetterButton recipients={recipients} isDraft />
        </Group>
      )}
      <Group mt={4} ml={-8}>
        <HistoryLink kind="request" id={request.id} variant="subtle" size="compact-sm" />
      </Group>
    </li>
  );
}

function Recipients({ request: { planId, isIssued, recipients } }: { request: RequestView }) {
  if (recipients.length === 0) return <Text size="sm">Chưa có nơi nhận.</Text>;
  if (!isIssued) {
    const named = recipients.slice(0, MOST_NAMED).map(({ name }) => name);
    const others = recipients.length - named.length;
    return (
      <Text size="sm">
        Nơi nhận: {named.join('; ')}
        {others > 0 && ` và ${others} nơi nhận khác`}
      </Text>
    );
  }
  return (
    <>
      <ul className={styles.recipients}>
        {recipients.slice(0, MOST_NAMED).map(({ id, name, state, due }) => (
          <li key={id}>
            <Anchor component={Link} to={recipientPath(id)}>
              {name}
            </Anchor>
            <RemedyStateBadge state={state} />
            {due && (
              <span>
                <Due due={due} label="Hạn" />
              </span>
            )}
          </li>
        ))}
      </ul>
      {recipients.length > MOST_NAMED && (
        <Anchor component={Link} to={remediesOfPlanPath(planId)} size="sm">
          Xem cả {recipients.length} nơi nhận
        </Anchor>
      )}
    </>
  );
}

function DraftActs({ request }: { request: RequestView }) {
  const remove = useDeleteRequest(request.id);
  return (
    <>
      <IssueRequest request={request} />
      <Button variant="default" component={Link} to={requestPath(request.planId, request.id)}>
        Sửa
      </Button>
      <ConfirmAct
        act="Xóa"
        variant="subtle"
        title="Xóa dự thảo kiến nghị"
        onConfirm={() => remove.mutateAsync(undefined)}
      >
        <Text className={styles.text}>{request.text}</Text>
      </ConfirmAct>
    </>
  );
}
