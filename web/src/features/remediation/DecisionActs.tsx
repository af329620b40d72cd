import { Group, Text, Textarea } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { ReturnRemedyDto, type RecipientView } from '@kiemtra/shared/remediation';
import { useState } from 'react';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import { FindingDecisions } from './FindingDecisions.js';
import { openFindingsOf } from './open-findings.js';
import { useRemedyAct } from './remediation.queries.js';

interface DecisionProps {
  recipient: RecipientView;
}

/** The department's decision on a report: accept it, or return it with the reason. */
export function DecisionActs({ recipient }: DecisionProps) {
  const { id: recipientId, name: unit } = recipient;
  const open = openFindingsOf(recipient);
  const accept = useRemedyAct(recipientId, 'accept');
  const [id] = useState(newId);
  const [comment, setComment] = useState('');
  return (
    <Group gap="xs">
      <ConfirmAct
        act={open.length > 1 ? 'Chấp nhận tất cả' : 'Chấp nhận'}
        title={`Chấp nhận kết quả khắc phục của ${unit}`}
        onConfirm={() => accept.mutateAsync({ id, comment })}
      >
        <Text mb="sm">
          Kiến nghị này khép lại với {unit} và được tính là đã khắc phục. Đơn vị thấy quyết định ngay.
        </Text>
        <Textarea
          label="Nhận xét (nếu có)"
          autosize
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </ConfirmAct>
      {open.length > 1 && <FindingDecisions recipient={recipient} open={open} />}
      <ReturnAct recipientId={recipientId} unit={unit} act={open.length > 1 ? 'Trả lại tất cả' : 'Trả lại'} />
    </Group>
  );
}

interface ReturnProps {
  recipientId: string;
  /** Whose report it is. */
  unit: string;
  act: string;
}

function ReturnAct({ recipientId, unit, act }: ReturnProps) {
  const giveBack = useRemedyAct(recipientId, 'return');
  const [id] = useState(newId);
  return (
    <ReasonAct
      act={act}
      title={`Trả lại báo cáo của ${unit}`}
      label="Lý do trả lại"
      description="Đơn vị đọc nguyên văn: còn thiếu gì, cần bổ sung gì."
      dto={ReturnRemedyDto}
      initial={{ id, reason: '' }}
      draft={`remediation.return.${recipientId}`}
      rows={4}
      onSend={(body) => giveBack.mutateAsync(body)}
    />
  );
}
