import { Button, Group, Text } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { ReportRemedyDto } from '@kiemtra/shared/remediation';
import { useState } from 'react';
import { apiHref } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { FileList } from '../../ui/FileList.js';
import { FileUpload } from '../../ui/FileUpload.js';
import { useRemedyAct } from './remediation.queries.js';
import { useKeptFiles } from '../../ui/use-kept-files.js';

/** The unit's report: words and proof. Both survive a closed tab and an error, and sending twice is sending once. */
export function ReportForm({ recipientId }: { recipientId: string }) {
  const report = useRemedyAct(recipientId, 'report');
  const [id] = useState(newId);
  const draft = `remediation.report.${recipientId}`;
  const { accountId: owner } = useMe();
  const answer = useDtoForm(ReportRemedyDto, { id, text: '', files: [] }, { draft, owner });
  const kept = useKeptFiles(draft, owner);
  const send = async (body: ReportRemedyDto) => {
    await report.mutateAsync({ id: body.id, text: body.text, files: kept.files.map((file) => ({ id: file.id })) });
    kept.forget();
  };
  return (
    <DtoFormFrame of={answer} onSend={send}>
      <TextField
        {...answer.field('text')}
        label="Kết quả khắc phục"
        description="Đã làm gì, khi nào, kết quả ra sao; việc nào chưa xong thì bao giờ xong."
        rows={5}
      />
      <div>
        <Text fw={500} size="sm" mb={4}>
          Tài liệu, ảnh chứng minh
        </Text>
        <FileList
          files={kept.files.map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }))}
          none="Chưa có tệp nào. Nhận PDF, Word, Excel và ảnh, mỗi tệp tối đa 20 MB."
          onRemove={(file) => kept.remove(file.id)}
        />
        <Group mt="xs">
          <FileUpload label="Thêm tệp hoặc ảnh" onUploaded={kept.add} />
        </Group>
      </div>
      <Group>
        <Button type="submit" loading={answer.isSending}>
          Gửi báo cáo
        </Button>
        <Text size="sm" c="dimmed">
          Gửi rồi thì không sửa được; nếu cần bổ sung, Sở sẽ trả lại kèm lý do.
        </Text>
      </Group>
    </DtoFormFrame>
  );
}
