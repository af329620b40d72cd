import { Text } from '@mantine/core';
import { formatInstant } from '@kiemtra/shared/kernel';

/** When a part of the plan was last saved on this page. */
export function SavedNote({ at }: { at: Date | null }) {
  return (
    <Text role="status" c="dimmed">
      {at && `Đã lưu lúc ${formatInstant(at).slice(0, 5)}`}
    </Text>
  );
}
