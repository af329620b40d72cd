import { Checkbox, Text } from '@mantine/core';
import { AREAS } from '@kiemtra/shared/criteria';
import type { FindingView } from '@kiemtra/shared/findings';
import type { ReactNode } from 'react';
import styles from './remediation.module.css';

interface FindingTicksProps {
  findings: readonly FindingView[];
  value: string[];
  onChange: (ids: string[]) => void;
  error?: ReactNode;
}

/** The shortcomings of the plan, to tick those that a request answers. */
export function FindingTicks({ findings, value, onChange, error }: FindingTicksProps) {
  return (
    <Checkbox.Group
      label="Tồn tại, hạn chế làm căn cứ"
      description={
        findings.length === 0
          ? 'Kế hoạch chưa ghi nhận tồn tại, hạn chế nào; kiến nghị vẫn lập được.'
          : 'Chọn nội dung có đối tượng thì đơn vị đó được thêm vào nơi nhận.'
      }
      value={value}
      onChange={onChange}
      error={error}
    >
      <div className={styles.ticks}>
        {findings.map(({ id, text, area, target, extent }) => (
          <Checkbox
            key={id}
            value={id}
            label={
              <>
                {text}
                <Text size="sm" c="dimmed" span display="block">
                  {[AREAS[area].shortName, target?.name ?? 'chung', extent].filter(Boolean).join(' · ')}
                </Text>
              </>
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
