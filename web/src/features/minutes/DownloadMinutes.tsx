import { Button } from '@mantine/core';
import { exportFileName, unitInFileName } from '@kiemtra/shared/documents';
import { type MinutesPaper, type MinutesSignatures } from '@kiemtra/shared/minutes';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { pngOf } from './signature-strokes.js';
import styles from './minutes.module.css';

interface DownloadMinutesProps {
  paper: MinutesPaper;
  /** Those that stand under these words. */
  signatures: MinutesSignatures;
  unit: string;
}

/** The minutes as a Word file, made on the device. */
export function DownloadMinutes({ paper, signatures, unit }: DownloadMinutesProps) {
  const [isMaking, setMaking] = useState(false);
  const [fault, setFault] = useState(false);
  const download = async () => {
    setMaking(true);
    setFault(false);
    try {
      save(
        await docxOf(paper, signatures),
        exportFileName(['Biên bản kiểm tra', unitInFileName(unit), paper.head.year], 'docx'),
      );
    } catch {
      setFault(true);
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={isMaking}
        onClick={() => void download()}
      >
        Tải về (Word)
      </Button>
      {fault && (
        <p role="alert" className={styles.fault}>
          Chưa làm được tệp Word. Đề nghị thử lại.
        </p>
      )}
    </>
  );
}

async function docxOf(paper: MinutesPaper, signatures: MinutesSignatures): Promise<Blob> {
  const { DOCX_MEDIA_TYPE, minutesDocx } = await import('@kiemtra/shared/docx');
  const printed = await Promise.all(
    Object.entries(signatures).map(
      async ([role, { strokes, refusal }]) => [role, refusal === null ? await pngOf(strokes) : { refusal }] as const,
    ),
  );
  return new Blob([await minutesDocx(paper, Object.fromEntries(printed))], { type: DOCX_MEDIA_TYPE });
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The browser has to have begun before the address goes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
