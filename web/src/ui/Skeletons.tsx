import { Skeleton, Stack } from '@mantine/core';

/** Grey lines in the place of content that is on its way; they stay unseen for the first 300 ms. */
export function Skeletons({ lines = 5 }: { lines?: number }) {
  return (
    <Stack gap="sm" className="k-late-shown" role="status" aria-label="Đang tải">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height="1.1rem" width={index % 3 === 2 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}
