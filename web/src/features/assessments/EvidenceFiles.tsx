import type { ScoredCriterion } from '@kiemtra/shared/criteria';
import { formatFileSize, isPicture } from '@kiemtra/shared/evidence';
import { Suspense, useState } from 'react';
import { apiHref } from '../../api/client.js';
import { lazyPart } from '../../app-shell/index.js';
import { CELL_STATUS_TEXT, useLedger, type EvidenceSnapshot } from '../../offline/index.js';
import { CellStatusText } from './CellStatusText.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import { PhotoSettings } from './PhotoSettings.js';
import type { ShownFile } from './photos/shown-files.js';
import styles from './scoring.module.css';
import { isDisputed } from './sheet.js';

const PhotoViewer = lazyPart(async () => (await import('./photos/PhotoViewer.js')).PhotoViewer);
const Thumbnail = lazyPart(async () => (await import('./photos/Thumbnail.js')).Thumbnail);

interface EvidenceFilesProps {
  criterion: ScoredCriterion;
  files: readonly ShownFile[];
}

/** Pictures and files of a criterion, each with where it is; a picture opens as large as the screen. */
export function EvidenceFiles({ criterion, files }: EvidenceFilesProps) {
  const { visitId: visit, targetId: target, versionId: version, isOpen } = useDesk();
  const ledger = useLedger();
  const [viewed, setViewed] = useState<string | null>(null);
  const pictures = files.filter(({ file }) => isPicture(file.mime));
  const place = { visit, target, version, criterion: criterion.key };
  return (
    <>
      <ul className={styles.files} aria-label="Ảnh, tệp">
        {files.map((one) => (
          <li key={one.file.id}>
            {isPicture(one.file.mime) && (
              // A link: it must open where the sheet is closed and its buttons are off.
              <a
                className={styles.thumb}
                href={apiHref(`/files/${one.file.id}/view`)}
                aria-label={`Xem ảnh ${one.caption.caption ?? one.file.name}`}
                onClick={(event) => {
                  event.preventDefault();
                  setViewed(one.file.id);
                }}
              >
                <Suspense fallback={null}>
                  <Thumbnail {...one} />
                </Suspense>
              </a>
            )}
            <span className={styles.fileName}>
              {one.isReceived ? (
                <a href={apiHref(`/files/${one.file.id}`)} download={one.file.name}>
                  {one.caption.caption ?? one.file.name}
                </a>
              ) : (
                (one.caption.caption ?? one.file.name)
              )}{' '}
              · {formatFileSize(one.file.size)} · <FileState {...one} />
              {isDisputed(one.captionCell) && ' · Có ý kiến khác nhau về chú thích'}
            </span>
            {isOpen && (
              <button
                type="button"
                className={controls.link}
                aria-label={`Bỏ tệp ${one.file.name}`}
                onClick={() => ledger.removeEvidence(place, one.file.id)}
              >
                Bỏ
              </button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && pictures.length > 0 && <PhotoSettings />}
      <Suspense fallback={null}>
        {viewed !== null && (
          <PhotoViewer
            criterion={criterion}
            files={files}
            pictures={pictures}
            current={viewed}
            onShow={setViewed}
            onClose={() => setViewed(null)}
          />
        )}
      </Suspense>
    </>
  );
}

/** What is announced is waited for until the server holds the bytes, which may be on another device. */
function FileState({ file, status, code, reason, isReceived, refusal, sent }: EvidenceSnapshot) {
  if (isReceived && status !== 'refused') return CELL_STATUS_TEXT.synced;
  if (refusal !== null) {
    return (
      <span className={styles.status} data-trouble>
        {CELL_STATUS_TEXT.denied}
        {refusal && `: ${refusal}`}
      </span>
    );
  }
  if (status !== 'synced') return <CellStatusText status={status} code={code} reason={reason} />;
  if (sent === null) return <span className={styles.status}>Chờ tệp</span>;
  return (
    <span className={styles.status}>
      {CELL_STATUS_TEXT.sending} {Math.floor((sent / file.size) * 100)}%
    </span>
  );
}
