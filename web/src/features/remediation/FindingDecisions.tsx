import { Text } from '@mantine/core';
import type { FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import {
  DECISION_STANDINGS,
  DecideFindingsDto,
  FINDING_STANDING_LABELS,
  type DecisionStanding,
  type RecipientView,
} from '@kiemtra/shared/remediation';
import { TextField } from '../../ui/fields.js';
import { FormAct } from '../../ui/FormAct.js';
import { RadioField } from '../../ui/RadioField.js';
import { lastWordOf } from './open-findings.js';
import { useRemedyAct } from './remediation.queries.js';
import styles from './remediation.module.css';

const ACTS: Record<DecisionStanding, string> = { accepted: 'Chấp nhận', returned: 'Trả lại' };
const OPTIONS = DECISION_STANDINGS.map((value) => ({ value, label: ACTS[value] }));

/** Accepts some findings and returns others; the unit reports again only on those. */
export function FindingDecisions({ recipient, open }: { recipient: RecipientView; open: readonly FindingView[] }) {
  const { id, name } = recipient;
  const decide = useRemedyAct(id, 'decide');
  return (
    <FormAct
      act="Quyết định từng nội dung"
      title={`Quyết định từng nội dung khắc phục của ${name}`}
      dto={DecideFindingsDto}
      initial={{
        id: newId(),
        comment: '',
        decisions: open.map((finding) => ({ findingId: finding.id, standing: '' as const, comment: '' })),
      }}
      draft={`remediation.decide.${id}`}
      onSend={(body) => decide.mutateAsync(body)}
    >
      {(form) => (
        <>
          {open.map((finding, index) => {
            const said = lastWordOf(recipient, 'report', finding.id);
            return (
              <fieldset key={finding.id} className={styles.finding}>
                <legend>{finding.text}</legend>
                {said && (
                  <Text className={styles.text}>
                    {FINDING_STANDING_LABELS[said.standing]}: {said.text}
                  </Text>
                )}
                <RadioField {...form.field(`decisions.${index}.standing`)} label="Quyết định" options={OPTIONS} />
                <TextField
                  {...form.field(`decisions.${index}.comment`)}
                  label="Nhận xét"
                  description="Trả lại thì ghi còn thiếu gì, cần bổ sung gì."
                  rows={2}
                />
              </fieldset>
            );
          })}
          <TextField {...form.field('comment')} label="Nhận xét chung (nếu có)" rows={2} />
        </>
      )}
    </FormAct>
  );
}
