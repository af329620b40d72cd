import { evidenceProblems, FILE_TYPES, formatFileSize } from '@kiemtra/shared/evidence';
import { useState } from 'react';
import { apiHref } from '../../api/client.js';
import { CELL_STATUS_TEXT, EditRefused, useLedger, type EvidenceSnapshot } from '../../offline/index.js';
import { CellStatusText } from './CellStatusText.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import styles from './scoring.module.css';

interface EvidenceFilesProps {
  criterion: string;
  files: readonly EvidenceSnapshot[];
}

/** Pictures and files of a criterion, each with where it is. */
export function EvidenceFiles({ criterion, files }: EvidenceFilesProps) {
  const { visitId: visit, targetId: target, versionId: version, isOpen } = useDesk();
  const ledger = useLedger();
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Ảnh, tệp">
      {files.map((one) => (
        <li key={one.file.id}>
          <span className={styles.fileName}>
            {one.isReceived ? (
              <a href={apiHref(`/files/${one.file.id}`)} download={one.file.name}>
                {one.file.name}
              </a>
            ) : (
              one.file.name
            )}{' '}
            · {formatFileSize(one.file.size)} · <FileState {...one} />
          </span>
          {isOpen && (
            <button
              type="button"
              className={controls.link}
              aria-label={`Bỏ tệp ${one.file.name}`}
              onClick={() => ledger.removeEvidence({ visit, target, version, criterion }, one.file.id)}
            >
              Bỏ
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is announced is waited for until the server holds the bytes, which may be on another device. */
function FileState({ file, status, code, isReceived, refusal, sent }: EvidenceSnapshot) {
  if (isReceived) return CELL_STATUS_TEXT.synced;
  if (refusal !== null) {
    return (
      <span className={styles.status} data-trouble>
        {CELL_STATUS_TEXT.denied}
        {refusal && `: ${refusal}`}
      </span>
    );
  }
  if (status !== 'synced') return <CellStatusText status={status} code={code} />;
  if (sent === null) return <span className={styles.status}>Chờ tệp</span>;
  return (
    <span className={styles.status}>
      {CELL_STATUS_TEXT.sending} {Math.floor((sent / file.size) * 100)}%
    </span>
  );
}

interface Adding {
  /** Files that were not taken, each with why. */
  refused: readonly { name: string; why: string }[];
  add: (files: readonly File[]) => Promise<void>;
}

/** Puts picked files into the device's ledger, one after the other. */
export function useAddFiles(criterion: string): Adding {
  const { visitId: visit, targetId: target, versionId: version } = useDesk();
  const ledger = useLedger();
  const [refused, setRefused] = useState<Adding['refused']>([]);

  const add = async (files: readonly File[]) => {
    setRefused([]);
    for (const file of files) {
      const why = await keep(file);
      if (why !== null) setRefused((others) => [...others, { name: file.name, why }]);
    }
  };
  const keep = async (file: File): Promise<string | null> => {
    if (!Object.hasOwn(FILE_TYPES, file.type)) return evidenceProblems.wrongType.text(undefined);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const place = { visit, target, version, criterion };
      await ledger.addEvidence(place, { name: file.name.slice(0, 255), mime: file.type, bytes });
      return null;
    } catch (error) {
      if (!(error instanceof EditRefused)) return 'Máy không đọc được tệp này. Đề nghị chọn lại.';
      return (error.code === 'TOO_LARGE' ? evidenceProblems.tooLarge : evidenceProblems.empty).text(undefined);
    }
  };
  return { refused, add };
}
