import { Group, Text, Title } from '@mantine/core';
import { formatDate, newId } from '@kiemtra/shared/kernel';
import {
  AskExtensionDto,
  GrantExtensionDto,
  RefuseExtensionDto,
  extensionActsOf,
  type RecipientView,
} from '@kiemtra/shared/remediation';
import { useCan, useMe } from '../../api/me.js';
import { DateField } from '../../ui/DateField.js';
import { TextField } from '../../ui/fields.js';
import { FormAct } from '../../ui/FormAct.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import { useRemedyAct } from './remediation.queries.js';
import styles from './remediation.module.css';

interface ExtensionProps {
  recipient: RecipientView;
}

const standingOf = ({ state, due, askedUntil }: RecipientView) => ({ state, dueOn: due?.on ?? null, askedUntil });

/** The unit asks for a later due date; what it typed is kept on the device. */
export function AskExtension({ recipient }: ExtensionProps) {
  const { id: recipientId, due } = recipient;
  const ask = useRemedyAct(recipientId, 'ask-extension');
  const { accountId: owner } = useMe();
  if (!due || extensionActsOf('unit', standingOf(recipient)).length === 0) return null;
  return (
    <div className={styles.aside}>
      <Text>Không kịp làm xong trước thời hạn thì đề nghị gia hạn; trong khi chờ, thời hạn vẫn tính.</Text>
      <FormAct
        act="Đề nghị gia hạn"
        title="Đề nghị gia hạn"
        dto={AskExtensionDto}
        initial={{ id: newId(), until: '', reason: '' }}
        draft={`remediation.ask-extension.${recipientId}`}
        owner={owner}
        onSend={(body) => ask.mutateAsync(body)}
      >
        {(form) => (
          <>
            <DateField
              {...form.field('until')}
              label="Gia hạn đến ngày"
              description={`Một ngày làm việc sau thời hạn hiện nay là ${formatDate(due.on)}.`}
            />
            <TextField
              {...form.field('reason')}
              label="Lý do"
              description="Việc nào chưa xong, vì sao, đến hạn mới thì xong những gì."
              rows={4}
            />
          </>
        )}
      </FormAct>
    </div>
  );
}

/** The department's decision on an open ask for more time. */
export function ExtensionDecision({ recipient }: ExtensionProps) {
  const { thread, askedUntil } = recipient;
  const canDecide = useCan('remediation.decide');
  if (!canDecide || askedUntil === null || extensionActsOf('department', standingOf(recipient)).length === 0)
    return null;
  const asked = thread.findLast(({ act }) => act === 'ask_extension');
  return (
    <section className={styles.toDo}>
      <Title order={2}>Quyết định về đề nghị gia hạn</Title>
      <Text>
        {asked?.actorName} đề nghị gia hạn đến <strong>{formatDate(askedUntil)}</strong>, vì:
      </Text>
      <Text className={styles.text} mb="sm">
        {asked?.text}
      </Text>
      <Group gap="xs">
        <GrantAct recipient={recipient} askedUntil={askedUntil} />
        <RefuseAct recipient={recipient} />
      </Group>
    </section>
  );
}

function GrantAct({ recipient: { id, name, due }, askedUntil }: ExtensionProps & { askedUntil: string }) {
  const grant = useRemedyAct(id, 'grant-extension');
  return (
    <FormAct
      act="Gia hạn"
      variant="filled"
      title={`Gia hạn cho ${name}`}
      dto={GrantExtensionDto}
      initial={{ id: newId(), until: askedUntil, comment: '' }}
      draft={`remediation.grant-extension.${id}.${askedUntil}`}
      onSend={(body) => grant.mutateAsync(body)}
    >
      {(form) => (
        <>
          <DateField
            {...form.field('until')}
            label="Hạn mới"
            description={`Đơn vị đề nghị ${formatDate(askedUntil)}; thời hạn hiện nay là ${due ? formatDate(due.on) : '–'}.`}
          />
          <TextField {...form.field('comment')} label="Ý kiến (nếu có)" rows={2} />
        </>
      )}
    </FormAct>
  );
}

function RefuseAct({ recipient: { id, name } }: ExtensionProps) {
  const refuse = useRemedyAct(id, 'refuse-extension');
  return (
    <ReasonAct
      act="Không gia hạn"
      title={`Không gia hạn cho ${name}`}
      label="Lý do"
      description="Đơn vị đọc nguyên văn; thời hạn hiện nay giữ nguyên."
      dto={RefuseExtensionDto}
      initial={{ id: newId(), reason: '' }}
      draft={`remediation.refuse-extension.${id}`}
      onSend={(body) => refuse.mutateAsync(body)}
    />
  );
}
