import { Button, Group, Text } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { ReportRemedyDto, type RecipientView, type ReportStanding } from '@kiemtra/shared/remediation';
import { useState } from 'react';
import { useMe } from '../../api/me.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { FindingReport } from './FindingReport.js';
import { openFindingsOf } from './open-findings.js';
import { ProofFiles } from '../../ui/ProofFiles.js';
import { useRemedyAct } from './remediation.queries.js';
import { useKeptFiles } from '../../ui/use-kept-files.js';
import styles from './remediation.module.css';

/** The unit's report: words and proof. Both survive a closed tab and an error, and sending twice is sending once. */
export function ReportForm({ recipient }: { recipient: RecipientView }) {
  const report = useRemedyAct(recipient.id, 'report');
  const [id] = useState(newId);
  const [open] = useState(() => openFindingsOf(recipient));
  const draft = `remediation.report.${recipient.id}`;
  const { accountId: owner } = useMe();
  const findings = open.map((finding) => ({
    findingId: finding.id,
    standing: '' as ReportStanding | '',
    text: '',
    doneOn: '',
    files: [],
  }));
  const answer = useDtoForm(ReportRemedyDto, { id, text: '', files: [], findings }, { draft, owner });
  const kept = useKeptFiles(draft, owner);
  const filesAbout = (findingId?: string) =>
    kept.files.filter((file) => file.findingId === findingId).map((file) => ({ id: file.id }));
  const send = async (body: ReportRemedyDto) => {
    const told = body.findings?.map((finding) => ({ ...finding, files: filesAbout(finding.findingId) }));
    await report.mutateAsync({ id: body.id, text: body.text ?? null, files: filesAbout(), findings: told ?? [] });
    kept.forget();
  };
  const isWhole = open.length === 0;
  return (
    <DtoFormFrame of={answer} onSend={send}>
      {open.length > 1 && (
        <Text>Báo cáo từng nội dung dưới đây; nội dung nào chưa xong vẫn ghi rõ đang làm đến đâu.</Text>
      )}
      {open.map((finding, index) => (
        <FindingReport
          key={finding.id}
          finding={finding}
          recipient={recipient}
          form={answer}
          path={`findings.${index}`}
          kept={kept}
        />
      ))}
      <div className={isWhole ? undefined : styles.aside}>
        <TextField
          {...answer.field('text')}
          withAsterisk={isWhole}
          label={isWhole ? 'Kết quả khắc phục' : 'Báo cáo chung (nếu có)'}
          description={
            isWhole
              ? 'Đã làm gì, khi nào, kết quả ra sao; việc nào chưa xong thì bao giờ xong.'
              : 'Điều muốn nói thêm ngoài từng nội dung ở trên.'
          }
          rows={isWhole ? 5 : 2}
        />
        <ProofFiles kept={kept} add={isWhole ? 'Thêm tệp hoặc ảnh' : 'Thêm tệp chung'} />
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
