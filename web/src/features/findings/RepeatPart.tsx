import { Button, Checkbox, Group, Text } from '@mantine/core';
import { LIKENESS_LABELS, type EarlierFindingView, type RepeatView } from '@kiemtra/shared/findings';
import { remedyStandingText } from '@kiemtra/shared/remediation';
import { useId, useState } from 'react';
import { DateText, InstantText } from '../../ui/DateText.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import styles from './findings.module.css';
import { useJudgeRepeats } from './findings.mutations.js';

/** How a shortcoming stands to earlier inspections of the unit, as a short phrase. */
export function repeatText({ judged }: RepeatView): string {
  if (judged === null) return 'Có thể lặp lại';
  return judged.repeats.length > 0 ? 'Lặp lại' : 'Không lặp lại';
}

/** Earlier shortcomings of the unit that resemble one, and the team's word on whether it repeats them. */
export function RepeatPart({ repeat, canJudge }: { repeat: RepeatView; canJudge: boolean }) {
  const { earlier, judged } = repeat;
  const [chosen, setChosen] = useState(judged?.repeats ?? earlier.map(({ id }) => id));
  const judge = useJudgeRepeats(repeat.findingId);
  const label = useId();
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className={styles.evidence}>
      <Text size="sm" id={label}>
        Lần kiểm tra trước đã nêu:
      </Text>
      <ul className={styles.list} aria-labelledby={label}>
        {earlier.map((one) => (
          <li key={one.id} className={styles.earlier}>
            {canJudge ? (
              <Checkbox
                checked={chosen.includes(one.id)}
                onChange={() => toggle(one.id)}
                label={one.text}
                description={<EarlierFacts earlier={one} />}
              />
            ) : (
              <>
                <Text className={styles.text}>{one.text}</Text>
                <Text size="sm" c="dimmed">
                  <EarlierFacts earlier={one} />
                </Text>
              </>
            )}
          </li>
        ))}
      </ul>
      {judged && (
        <Text size="sm" c="dimmed">
          {repeatText(repeat)}: {judged.by}, <InstantText instant={judged.at} />
        </Text>
      )}
      {judge.isError && <ProblemAlert problem={judge.error} />}
      {canJudge && (
        <Group gap="xs">
          <Button
            size="sm"
            loading={judge.isPending}
            disabled={chosen.length === 0}
            onClick={() => judge.mutate({ repeats: chosen })}
          >
            Đánh dấu lặp lại
          </Button>
          <Button size="sm" variant="default" disabled={judge.isPending} onClick={() => judge.mutate({ repeats: [] })}>
            Không lặp lại
          </Button>
        </Group>
      )}
    </div>
  );
}

function EarlierFacts({ earlier: { plan, on, unit, likeness, remedies } }: { earlier: EarlierFindingView }) {
  const standing = remedyStandingText(remedies);
  return (
    <>
      {unit} · {plan.title} (<DateText date={on} />){likeness && ` · ${LIKENESS_LABELS[likeness]}`} ·{' '}
      {standing ? `Khắc phục: ${standing.toLocaleLowerCase('vi')}` : 'Chưa có kiến nghị khắc phục'}
    </>
  );
}
