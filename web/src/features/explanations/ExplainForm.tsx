import { Button, Group, Text } from '@mantine/core';
import {
  STANCES,
  STANCE_LABELS,
  SendExplanationsDto,
  type PutFindingView,
  type Stance,
} from '@kiemtra/shared/explanations';
import { newId } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { ProofFiles } from '../../ui/ProofFiles.js';
import { RadioField } from '../../ui/RadioField.js';
import { useKeptFiles } from '../../ui/use-kept-files.js';
import { useSendExplanations } from './explanations.queries.js';

const OPTIONS = STANCES.map((value) => ({ value, label: STANCE_LABELS[value] }));

/** Speaks of a finding; who has spoken asks for another word first. */
export function Explain({ draftId, put }: { draftId: string; put: PutFindingView }) {
  const [isOpen, setIsOpen] = useState(put.explanations.length === 0);
  if (isOpen) return <ExplainForm draftId={draftId} findingId={put.finding.id} />;
  return (
    <Button mt="sm" variant="default" onClick={() => setIsOpen(true)}>
      Gửi thêm ý kiến
    </Button>
  );
}

/** What the unit says of one finding. Words and files survive a closed tab and an error, and sending twice is sending once. */
function ExplainForm({ draftId, findingId }: { draftId: string; findingId: string }) {
  const explain = useSendExplanations(draftId);
  const [id] = useState(newId);
  const draft = `explanations.${draftId}.${findingId}`;
  const { accountId: owner } = useMe();
  const form = useDtoForm(
    SendExplanationsDto,
    { explanations: [{ id, findingId, stance: '', text: '', files: [] }] },
    { draft, owner },
  );
  const kept = useKeptFiles(draft, owner);
  const stance = form.field('explanations.0.stance');
  const chosen = stance.value as Stance | '';
  const send = async ({ explanations }: SendExplanationsDto) => {
    const files = kept.files.map((file) => ({ id: file.id }));
    await explain.mutateAsync({ explanations: explanations.map((each) => ({ ...each, files })) });
    kept.forget();
  };
  return (
    <DtoFormFrame of={form} onSend={send}>
      <RadioField
        label="Đơn vị có ý kiến thế nào"
        options={OPTIONS}
        value={chosen}
        onChange={stance.onChange}
        error={stance.error}
        withAsterisk
      />
      {chosen !== '' && (
        <>
          <TextField
            {...form.field('explanations.0.text')}
            label={chosen === 'disagree' ? 'Giải trình' : 'Ghi thêm (nếu có)'}
            {...(chosen === 'disagree' && { description: 'Điểm nào chưa đúng, căn cứ nào, tài liệu nào chứng minh.' })}
            withAsterisk={chosen === 'disagree'}
            rows={3}
          />
          <ProofFiles kept={kept} add="Thêm tệp hoặc ảnh" title="Tài liệu kèm theo" />
        </>
      )}
      <Group>
        <Button type="submit" loading={form.isSending}>
          Gửi ý kiến
        </Button>
        <Text size="sm" c="dimmed">
          Gửi rồi thì không sửa, không rút được; có thể gửi thêm đến khi đoàn quyết định.
        </Text>
      </Group>
    </DtoFormFrame>
  );
}
