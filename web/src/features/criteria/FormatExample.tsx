import { Button, Code, Group, Text } from '@mantine/core';
import { importExample } from '@kiemtra/shared/criteria';
import { IconDownload } from '@tabler/icons-react';
import styles from './criteria.module.css';

const TEXT = JSON.stringify(importExample, null, 2);
const ADDRESS = `data:application/json;charset=utf-8,${encodeURIComponent(TEXT)}`;

/** Which format a file must have, and a sample of it to read and to start from. */
export function FormatExample() {
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          component="a"
          href={ADDRESS}
          download="bo-tieu-chi-mau.json"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          Tải tệp mẫu
        </Button>
        <Text c="dimmed">Tệp phải là JSON (UTF-8, không quá 1 MB) theo định dạng “{importExample.format}”.</Text>
      </Group>
      <Details />
    </>
  );
}

function Details() {
  return (
    <details className={styles.example}>
      <summary>Dạng tệp</summary>
      <p>
        Mỗi dòng đứng ngay dưới mục cha. Mục cao nhất ghi lĩnh vực; tiêu chí được chấm ghi cách chấm; điểm tối đa của
        một mục bằng tổng các tiêu chí thành phần.
      </p>
      <Code block>{TEXT}</Code>
    </details>
  );
}
