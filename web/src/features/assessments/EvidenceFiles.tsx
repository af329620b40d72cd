import { formatFileSize, isPicture } from '@kiemtra/shared/evidence';
import { Suspense, useState } from 'react';
import { apiHref } from '../../api/client.js';
import { lazyPart } from '../../app-shell/index.js';
import { CELL_STATUS_TEXT, useLedger, type EvidenceSnapshot } from '../../offline/index.js';
import { CellStatusText } from './CellStatusText.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import styles from './scoring.module.css';

const PhotoSettingsDialog = lazyPart(async () => (await import('./photos/PhotoSettingsDialog.js')).PhotoSettingsDialog);

interface EvidenceFilesProps {
  criterion: string;
  files: readonly EvidenceSnapshot[];
}

/** Pictures and files of a criterion, each with where it is. */
export function EvidenceFiles({ criterion, files }: EvidenceFilesProps) {
  const { visitId: visit, targetId: target, versionId: version, isOpen } = useDesk();
  const ledger = useLedger();
  const [isSetting, setSetting] = useState(false);
  if (files.length === 0) return null;
  return (
    <>
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
      {isOpen && files.some(({ file }) => isPicture(file.mime)) && (
        <button type="button" className={`${controls.link} ${styles.takeBack}`} onClick={() => setSetting(true)}>
          Cài đặt ảnh
        </button>
      )}
      {isSetting && (
        <Suspense fallback={null}>
          <PhotoSettingsDialog onClose={() => setSetting(false)} />
        </Suspense>
      )}
    </>
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
