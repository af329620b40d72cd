import { Anchor, Button, FileButton, Text } from '@mantine/core';
import { formatFileSize } from '@kiemtra/shared/evidence';
import { useRef } from 'react';
import styles from './FileList.module.css';

export interface ListedFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  href: string;
}

interface FileListProps {
  files: readonly ListedFile[];
  /** Shown when there is none. */
  none?: string;
  onRemove?: (file: ListedFile) => void;
}

/** Attached files: name (a download), size, and a way to take one off. */
export function FileList({ files, none = 'Chưa có tệp nào.', onRemove }: FileListProps) {
  if (files.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <ul className={styles.list}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <Anchor href={file.href} download={file.name} className={styles.name}>
            {file.name}
          </Anchor>
          <Text c="dimmed" size="sm" span>
            {formatFileSize(file.size)}
          </Text>
          {onRemove && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Bỏ tệp ${file.name}`}
              onClick={() => onRemove(file)}
            >
              Bỏ
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface UploadButtonProps {
  label?: string;
  onPick: (files: File[]) => void;
  isUploading?: boolean;
  /** MIME types, as the `accept` of an input. */
  accept: string;
}

/** Picks files to attach; checking and sending them is the feature's work. */
export function UploadButton({ label = 'Đính kèm tệp', onPick, isUploading = false, accept }: UploadButtonProps) {
  const reset = useRef<() => void>(null);
  const pick = (files: File[]) => {
    onPick(files);
    reset.current?.();
  };
  return (
    <FileButton multiple accept={accept} onChange={pick} resetRef={reset}>
      {(props) => (
        <Button {...props} variant="default" loading={isUploading}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
