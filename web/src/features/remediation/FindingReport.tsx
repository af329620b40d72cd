import { Text } from '@mantine/core';
import type { FindingView } from '@kiemtra/shared/findings';
import {
  FINDING_STANDING_LABELS,
  REPORT_STANDINGS,
  type RecipientView,
  type ReportRemedyDto,
} from '@kiemtra/shared/remediation';
import { DateField } from '../../ui/DateField.js';
import type { DtoForm } from '../../ui/dto-form.js';
import { TextField } from '../../ui/fields.js';
import { RadioField } from '../../ui/RadioField.js';
import { lastWordOf } from './open-findings.js';
import { ProofFiles } from '../../ui/ProofFiles.js';
import type { KeptFiles } from '../../ui/use-kept-files.js';
import styles from './remediation.module.css';

const OPTIONS = REPORT_STANDINGS.map((value) => ({ value, label: FINDING_STANDING_LABELS[value] }));

interface FindingReportProps {
  finding: FindingView;
  recipient: RecipientView;
  form: DtoForm<ReportRemedyDto>;
  /** "findings.0" */
  path: string;
  kept: KeptFiles;
}

/** What the unit says about one finding: how it stands, what was done, when, and the proof. */
export function FindingReport({ finding, recipient, form, path, kept }: FindingReportProps) {
  const standing = form.field(`${path}.standing`);
  const returned = recipient.state === 'returned' ? lastWordOf(recipient, 'return', finding.id) : null;
  return (
    <fieldset className={styles.finding}>
      <legend>{finding.text}</legend>
      {returned?.text && (
        <div className={styles.returned}>
          <strong>Trả lại vì:</strong>
          <Text className={styles.text}>{returned.text}</Text>
        </div>
      )}
      <RadioField {...standing} label="Tình trạng" options={OPTIONS} />
      <TextField
        {...form.field(`${path}.text`)}
        label="Kết quả khắc phục"
        description="Đã làm gì, kết quả ra sao; việc nào chưa xong thì vướng ở đâu."
        rows={3}
      />
      <DateField
        {...form.field(`${path}.doneOn`)}
        label={standing.value === 'doing' || standing.value === 'not_done' ? 'Dự kiến xong ngày' : 'Xong ngày'}
      />
      <ProofFiles
        kept={kept}
        findingId={finding.id}
        title="Ảnh trước và sau, tài liệu chứng minh"
        add="Thêm tệp hoặc ảnh"
      />
    </fieldset>
  );
}
