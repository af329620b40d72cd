import { useRef } from 'react';
import { ACCEPTED_FILES } from '../../api/upload.js';
import styles from './scoring.module.css';

interface FilePickerProps {
  /** The code people know the criterion by. */
  criterion: string;
  /** How many files there are. */
  count: number;
  onPick: (files: readonly File[]) => void;
}

/** Files from the device, many at once, and on phones the camera itself, which is back at hand after each shot. */
export function FilePicker({ criterion, count, onPick }: FilePickerProps) {
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const pick = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onPick([...(currentTarget.files ?? [])]);
    currentTarget.value = '';
  };
  return (
    <>
      <button type="button" className={`${styles.action} ${styles.camera}`} onClick={() => camera.current?.click()}>
        Chụp ảnh
      </button>
      <button type="button" data-action="files" className={styles.action} onClick={() => files.current?.click()}>
        {count > 0 ? `Ảnh/tệp (${count})` : 'Ảnh/tệp'}
      </button>
      <input
        ref={camera}
        type="file"
        multiple
        hidden
        capture="environment"
        aria-label={`Chụp ảnh cho tiêu chí ${criterion}`}
        accept="image/*"
        onChange={pick}
      />
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={`Chọn ảnh, tệp cho tiêu chí ${criterion}`}
        accept={ACCEPTED_FILES}
        onChange={pick}
      />
    </>
  );
}
