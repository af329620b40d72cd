import { Group, Text, Textarea } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { ReturnRemedyDto } from '@kiemtra/shared/remediation';
import { useState } from 'react';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import { useRemedyAct } from './remediation.queries.js';

interface DecisionProps {
  recipientId: string;
  /** Whose report it is. */
  unit: string;
}

/** The department's decision on a report: accept it, or return it with the reason. */
export function DecisionActs({ recipientId, unit }: DecisionProps) {
  const accept = useRemedyAct(recipientId, 'accept');
  const [id] = useState(newId);
  const [comment, setComment] = useState('');
  return (
    <Group gap="xs">
      <ConfirmAct
        act="Chấp nhận"
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
      <ReturnAct recipientId={recipientId} unit={unit} />
    </Group>
  );
}

function ReturnAct({ recipientId, unit }: DecisionProps) {
  const giveBack = useRemedyAct(recipientId, 'return');
  const [id] = useState(newId);
  return (
    <ReasonAct
      act="Trả lại"
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
