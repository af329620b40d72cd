import { Group, Text, Title } from '@mantine/core';
import { DecideParkedDto, OUTCOME_CODE_TEXT, PARKED_DECISION_LABELS, type ParkedView } from '@kiemtra/shared/fieldwork';
import { OPEN_VISIT_STATES, type VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { InstantText } from '../../ui/DateText.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import styles from './visits.module.css';
import { parkedQuery, useDecideParked } from './visits.queries.js';

/** What reached the server and was not applied: the whole team reads it, the head decides. */
export function LateOperations({ visit }: { visit: VisitView }) {
  const canRecord = useCan('fieldwork.record') && visit.isMine;
  const { data = [] } = useQuery({ ...parkedQuery(visit.id), enabled: canRecord });
  if (data.length === 0) return null;
  return (
    <section className={styles.section}>
      <Title order={2}>Nội dung đã gửi, chờ trưởng đoàn xử lý</Title>
      <Text className={styles.facts} mb="xs">
        Những nội dung này đã về hệ thống nhưng chưa áp dụng vào kết quả; xử lý cách nào thì nội dung gốc vẫn được lưu.
      </Text>
      <ul className={styles.cards}>
        {data.map((parked) => (
          <li key={parked.id} className={`${styles.card} ${styles.late}`}>
            <LateOperation visit={visit} parked={parked} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LateOperation({ visit, parked }: { visit: VisitView; parked: ParkedView }) {
  const { criterion, subject, said, author, decision } = parked;
  return (
    <>
      <p>
        <strong>
          {subject}
          {criterion && `, tiêu chí ${criterion.code}`}
        </strong>{' '}
        {criterion?.text}
      </p>
      <p className={styles.said}>{said}</p>
      <p className={styles.facts}>
        {author} · về lúc <InstantText instant={parked.receivedAt} />
      </p>
      <p className={styles.facts}>{OUTCOME_CODE_TEXT[parked.code]}</p>
      {decision ? (
        <p>
          {PARKED_DECISION_LABELS[decision.decision]}: {decision.by}, <InstantText instant={decision.at} />
          {decision.reason && `. Lý do: ${decision.reason}`}
        </p>
      ) : (
        visit.isLead && <Decide visit={visit} parked={parked} />
      )}
    </>
  );
}

function Decide({ visit, parked }: { visit: VisitView; parked: ParkedView }) {
  const decide = useDecideParked(visit.id, parked.id);
  const isOpen = OPEN_VISIT_STATES.includes(visit.state);
  const what = `${parked.subject.toLocaleLowerCase('vi')} của ${parked.author}`;
  return (
    <Group gap="xs" mt="xs">
      <ConfirmAct
        act="Tiếp nhận"
        variant="default"
        title={`Tiếp nhận ${what}`}
        onConfirm={() => decide.mutateAsync({ decision: 'taken' })}
      >
        <Text>
          {isOpen
            ? `${parked.criterion ? `Tiêu chí ${parked.criterion.code}` : parked.subject} nhận nội dung này, thay cho nội dung đang có.`
            : 'Cuộc kiểm tra đã chốt: mở lại cuộc kiểm tra rồi mới tiếp nhận được.'}
        </Text>
      </ConfirmAct>
      <ReasonAct
        act="Không tiếp nhận"
        title={`Không tiếp nhận ${what}`}
        label="Lý do"
        description="Người gửi đọc nguyên văn."
        dto={DecideParkedDto}
        initial={{ decision: 'refused', reason: '' }}
        draft={`visits.parked.${parked.id}`}
        onSend={(body) => decide.mutateAsync(body)}
      />
    </Group>
  );
}
