import { Text } from '@mantine/core';
import type { DraftConclusionView } from '@kiemtra/shared/explanations';
import { formatDate } from '@kiemtra/shared/kernel';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { useCloseDraft, useDiscardDraft, usePutDraft } from './explanations.queries.js';

export function PutDraft({
  draft: { id, version, target, findingCount, workingDays, due },
}: {
  draft: DraftConclusionView;
}) {
  const put = usePutDraft(id);
  return (
    <ConfirmAct
      act="Đưa lấy ý kiến"
      title={`Đưa dự thảo lấy ý kiến ${target.name}`}
      onConfirm={() => put.mutateAsync(version)}
    >
      <Text>
        {target.name} đọc được {findingCount} nội dung đã lưu ngay từ lúc này và có {workingDays} ngày làm việc để giải
        trình, đến hết ngày {formatDate(due.on)}. Từ đây các nội dung này chỉ sửa, rút qua việc xem xét giải trình.
      </Text>
    </ConfirmAct>
  );
}

export function DiscardDraft({ draft: { id }, onDone }: { draft: DraftConclusionView; onDone: () => void }) {
  const discard = useDiscardDraft(id);
  return (
    <ConfirmAct
      act="Xóa dự thảo"
      variant="default"
      title="Xóa dự thảo kết luận"
      onConfirm={async () => {
        await discard.mutateAsync(undefined);
        onDone();
      }}
    >
      <Text>Dự thảo mất đi; các nội dung ghi nhận vẫn còn và đưa vào dự thảo khác được.</Text>
    </ConfirmAct>
  );
}

export function CloseDraft({ draft: { id, version, target } }: { draft: DraftConclusionView }) {
  const close = useCloseDraft(id);
  return (
    <ConfirmAct act="Chốt" title="Chốt việc lấy ý kiến" onConfirm={() => close.mutateAsync(version)}>
      <Text>
        {target.name} không gửi thêm ý kiến được nữa. Nội dung không có ý kiến được coi là đồng ý; mọi ý kiến và quyết
        định vẫn đọc được.
      </Text>
    </ConfirmAct>
  );
}
