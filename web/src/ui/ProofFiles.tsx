import { Group, Text } from '@mantine/core';
import { apiHref } from '../api/client.js';
import { FileList } from './FileList.js';
import { FileUpload } from './FileUpload.js';
import type { KeptFiles } from './use-kept-files.js';

interface ProofFilesProps {
  kept: KeptFiles;
  /** The finding they prove; without one they are of the whole. */
  findingId?: string;
  /** On the button. */
  add: string;
  title?: string;
}

/** Files that go with what a unit says, or with what it says about one finding. */
export function ProofFiles({ kept, findingId, add, title = 'Tài liệu, ảnh chứng minh' }: ProofFilesProps) {
  const files = kept.files.filter((file) => file.findingId === findingId);
  return (
    <div>
      <Text fw={500} size="sm" mb={4}>
        {title}
      </Text>
      <FileList
        files={files.map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }))}
        none="Chưa có tệp nào. Nhận PDF, Word, Excel và ảnh, mỗi tệp tối đa 20 MB."
        onRemove={(file) => kept.remove(file.id)}
      />
      <Group mt="xs">
        <FileUpload label={add} onUploaded={(file) => kept.add({ ...file, findingId })} />
      </Group>
    </div>
  );
}
