import { Text } from '@mantine/core';
import type { PutFindingView } from '@kiemtra/shared/explanations';
import { newId } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { useSendExplanations } from './explanations.queries.js';

/** One act for all findings of which the unit has said nothing yet. */
export function AgreeRest({ draftId, silent }: { draftId: string; silent: readonly PutFindingView[] }) {
  const explain = useSendExplanations(draftId);
  // The same ids when it is sent again after an error.
  const [ids] = useState(() => new Map(silent.map(({ finding }) => [finding.id, newId()])));
  const agree = () =>
    explain.mutateAsync({
      explanations: silent.map(({ finding }) => ({
        id: ids.get(finding.id) ?? newId(),
        findingId: finding.id,
        stance: 'agree' as const,
        text: null,
        files: [],
      })),
    });
  return (
    <ConfirmAct
      act={`Đồng ý ${silent.length} nội dung còn lại`}
      variant="default"
      title="Đồng ý các nội dung chưa có ý kiến"
      onConfirm={agree}
    >
      <Text>
        Đơn vị đồng ý với {silent.length} nội dung chưa có ý kiến. Gửi rồi thì không rút được; có thể gửi thêm ý kiến
        đến khi đoàn quyết định.
      </Text>
    </ConfirmAct>
  );
}
