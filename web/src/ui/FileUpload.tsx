import { Button, Group, Text } from '@mantine/core';
import type { FileView } from '@kiemtra/shared/evidence';
import { useState } from 'react';
import { ACCEPTED_FILES, uploadFile } from '../api/upload.js';
import { UploadButton } from './FileList.js';

interface FileUploadProps {
  label?: string;
  /** The server holds the file; saying what it proves may take its time. */
  onUploaded: (file: FileView) => unknown;
}

interface Failure {
  file: File;
  reason: string;
}

/** Picks files or takes pictures and sends them at once, one after the other; what failed is named and can be sent again. */
export function FileUpload({ label, onUploaded }: FileUploadProps) {
  const [isUploading, setIsUploading] = useState(false);
  const [failures, setFailures] = useState<Failure[]>([]);

  const upload = async (files: readonly File[]) => {
    setIsUploading(true);
    setFailures([]);
    for (const file of files) {
      try {
        await onUploaded(await uploadFile(file));
      } catch (error) {
        const reason = error instanceof Error ? error.message : '';
        setFailures((failed) => [...failed, { file, reason }]);
      }
    }
    setIsUploading(false);
  };

  return (
    <div>
      <UploadButton
        {...(label ? { label } : {})}
        accept={ACCEPTED_FILES}
        isUploading={isUploading}
        onPick={(files) => void upload(files)}
      />
      {failures.length > 0 && (
        <Group role="alert" mt="xs" gap="sm">
          <div>
            {failures.map(({ file, reason }) => (
              <Text key={file.name} size="sm" c="var(--k-tone-late)">
                Chưa gửi được {file.name}: {reason}
              </Text>
            ))}
          </div>
          <Button variant="default" size="compact-sm" onClick={() => void upload(failures.map(({ file }) => file))}>
            Gửi lại
          </Button>
        </Group>
      )}
    </div>
  );
}
