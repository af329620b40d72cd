import { Anchor, Title } from '@mantine/core';
import { addDays, dateInVietnam } from '@kiemtra/shared/kernel';
import type { RecipientLineView } from '@kiemtra/shared/remediation';
import { visitTimeText } from '@kiemtra/shared/visits';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { draftPath } from '../features/explanations/explanations.paths.js';
import { draftConclusionsQuery } from '../features/explanations/explanations.queries.js';
import { planPath, PLANS_CRUMB } from '../features/plans/plans.paths.js';
import { plansQuery } from '../features/plans/plans.queries.js';
import { AskedUntil, Due } from '../features/remediation/remedy-badges.js';
import { recipientPath, REMEDIES_CRUMB } from '../features/remediation/remediation.paths.js';
import { recipientsQuery } from '../features/remediation/remediation.queries.js';
import { accountsQuery } from '../features/users/users.queries.js';
import { scoresPath } from '../features/visits/visits.paths.js';
import { visitsQuery } from '../features/visits/visits.queries.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { Skeletons } from '../ui/Skeletons.js';
import styles from './today-sections.module.css';

/** So many of a list stand on the first page; the rest is one link away. */
const MOST = 6;
/** A result counts as new for so many days after the visit. */
const NEW_FOR = 30;

interface Line {
  id: string;
  to: string;
  name: string;
  detail: ReactNode;
}

interface WaitingProps<Row> {
  title: string;
  rows: Pick<UseQueryResult<Row[]>, 'data' | 'error' | 'refetch'>;
  line: (row: Row) => Line;
  /** What comes here. */
  empty: string;
  /** The page with all of them. */
  all: { to: string; label: string };
}

function Waiting<Row>({ title, rows: { data, error, refetch }, line, empty, all }: WaitingProps<Row>) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Title order={2} id={id}>
        {data && data.length > 0 ? `${title} (${data.length})` : title}
      </Title>
      {!data && (error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : <Skeletons lines={3} />)}
      {data?.length === 0 && (
        <EmptyState
          action={
            <Anchor component={Link} to={all.to}>
              {all.label}
            </Anchor>
          }
        >
          {empty}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <>
          <ul className={styles.lines}>
            {data.slice(0, MOST).map((row) => {
              const { id: key, to, name, detail } = line(row);
              return (
                <li key={key} className={styles.line}>
                  <Link to={to}>{name}</Link>
                  <span>{detail}</span>
                </li>
              );
            })}
          </ul>
          {data.length > MOST && (
            <Anchor component={Link} to={all.to}>
              {all.label}
            </Anchor>
          )}
        </>
      )}
    </section>
  );
}

/** Draft conclusions of which a unit disputes something; nothing is shown while none is. */
export function ExplanationsToSettle() {
  const rows = useQuery({
    ...draftConclusionsQuery({ state: 'put' }),
    select: (drafts) => drafts.filter(({ disputedCount, isOwn }) => disputedCount > 0 && !isOwn),
  });
  if (rows.data?.length === 0) return null;
  return (
    <Waiting
      title="Giải trình chờ xem xét"
      rows={rows}
      line={({ id, target, plan, disputedCount }) => ({
        id,
        to: draftPath(id),
        name: target.name,
        detail: `${disputedCount} nội dung có ý kiến khác · ${plan.title}`,
      })}
      empty=""
      all={{ to: PLANS_CRUMB.to, label: 'Xem các kế hoạch' }}
    />
  );
}

/** Reports of units that wait to be accepted or returned, and their asks for more time. */
export function RemediesToDecide() {
  return (
    <Waiting
      title="Báo cáo khắc phục, đề nghị gia hạn chờ xem xét"
      rows={useQuery(recipientsQuery({ mine: true }))}
      line={remedyLine}
      empty="Không có gì chờ. Báo cáo khắc phục và đề nghị gia hạn của đơn vị hiện ở đây để quyết định."
      all={{ to: REMEDIES_CRUMB.to, label: 'Xem việc khắc phục' }}
    />
  );
}

/** The same reports for those who read them and do not decide. */
export function RemediesReported() {
  return (
    <Waiting
      title="Báo cáo khắc phục để đọc"
      rows={useQuery(recipientsQuery({ state: 'reported' }))}
      line={remedyLine}
      empty="Không có báo cáo nào đang chờ Sở xem xét. Báo cáo khắc phục của đơn vị hiện ở đây khi được gửi đến."
      all={{ to: REMEDIES_CRUMB.to, label: 'Xem việc khắc phục' }}
    />
  );
}

/** Visits that were closed lately, the newest first: their scores can be read. */
export function ResultsToRead() {
  const [today] = useState(() => dateInVietnam(new Date()));
  const rows = useQuery({
    ...visitsQuery({ from: addDays(today, -NEW_FOR), to: today }),
    select: (visits) => visits.filter(({ state }) => state === 'finalised').reverse(),
  });
  return (
    <Waiting
      title="Kết quả kiểm tra mới"
      rows={rows}
      line={({ id, plan, target, date, halfDay, team }) => ({
        id,
        to: scoresPath(plan.id, target.id),
        name: target.name,
        detail: `${visitTimeText({ date, halfDay })} · ${team.name}`,
      })}
      empty={`Trong ${NEW_FOR} ngày qua chưa có cuộc kiểm tra nào được chốt. Kết quả hiện ở đây khi trưởng đoàn chốt.`}
      all={{ to: PLANS_CRUMB.to, label: 'Xem các kế hoạch' }}
    />
  );
}

function remedyLine({ id, name, request, due, askedUntil }: RecipientLineView): Line {
  const detail = (
    <>
      {request.text} · Hạn: <Due due={due} />
      <AskedUntil date={askedUntil} />
    </>
  );
  return { id, to: recipientPath(id), name, detail };
}

/** Drafts that wait for their number and date. */
export function PlansToIssue() {
  return (
    <Waiting
      title="Dự thảo kế hoạch chờ ban hành"
      rows={useQuery(plansQuery({ search: '', year: '', state: 'draft', kind: '' }))}
      line={({ id, title, unitCount }) => ({
        id,
        to: planPath(id),
        name: title,
        detail: unitCount === 0 ? 'chưa chọn đơn vị' : `${unitCount} đơn vị`,
      })}
      empty="Không có dự thảo nào. Kế hoạch kiểm tra đang soạn hiện ở đây đến khi được ban hành."
      all={{ to: PLANS_CRUMB.to, label: 'Xem các kế hoạch' }}
    />
  );
}

/** Campaigns that go on now. */
export function PlansUnderWay() {
  return (
    <Waiting
      title="Kế hoạch đang thực hiện"
      rows={useQuery(plansQuery({ search: '', year: '', state: 'in_progress', kind: '' }))}
      line={({ id, title, visitCount, finalisedVisitCount }) => ({
        id,
        to: planPath(id),
        name: title,
        detail: `đã chốt ${finalisedVisitCount}/${visitCount} cuộc kiểm tra`,
      })}
      empty="Chưa có kế hoạch nào đang thực hiện. Kế hoạch hiện ở đây từ khi cuộc kiểm tra đầu tiên bắt đầu."
      all={{ to: PLANS_CRUMB.to, label: 'Xem các kế hoạch' }}
    />
  );
}

/** Accounts whose slip was not used yet. */
export function AccountsWaiting() {
  return (
    <Waiting
      title="Tài khoản chờ kích hoạt"
      rows={useQuery(accountsQuery({ search: '', role: '', state: 'pending' }))}
      line={({ id, displayName, loginName, organization }) => ({
        id,
        to: `/tai-khoan/${id}`,
        name: displayName,
        detail: [loginName, organization?.name].filter(Boolean).join(' · '),
      })}
      empty="Mọi tài khoản đã cấp đều đã kích hoạt. Tài khoản mới hiện ở đây đến khi người được cấp nhập mã trên phiếu."
      all={{ to: '/tai-khoan', label: 'Xem các tài khoản' }}
    />
  );
}
