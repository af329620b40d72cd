import { Code } from '@mantine/core';
import styles from './criteria.module.css';

const EXAMPLE = {
  format: 'bo-tieu-chi/1',
  name: 'Bộ tiêu chí cấp xã',
  purpose: 'index',
  audience: ['commune'],
  criteria: [
    { key: '3', area: 'TTHC', text: 'Thủ tục hành chính', maxPoints: '6' },
    {
      key: '3.1',
      parent: '3',
      text: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
      maxPoints: '6',
      rule: { kind: 'RATIO', counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' },
      modifiers: [{ kind: 'FLOOR', percent: '95' }],
    },
  ],
};

/** The smallest file that shows how one is written. */
export function FormatExample() {
  return (
    <details className={styles.example}>
      <summary>Dạng tệp</summary>
      <p>
        Mỗi dòng đứng ngay dưới mục cha. Mục cao nhất ghi lĩnh vực; tiêu chí được chấm ghi cách chấm; điểm tối đa của
        một mục bằng tổng các tiêu chí thành phần.
      </p>
      <Code block>{JSON.stringify(EXAMPLE, null, 2)}</Code>
    </details>
  );
}
