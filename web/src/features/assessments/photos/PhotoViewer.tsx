import { Button, Group, Modal, TextInput } from '@mantine/core';
import type { ScoredCriterion } from '@kiemtra/shared/criteria';
import { formatFileSize } from '@kiemtra/shared/evidence';
import { FILE_CAPTION_MAX } from '@kiemtra/shared/fieldwork';
import { formatInstant } from '@kiemtra/shared/kernel';
import { Suspense, useState, type KeyboardEvent } from 'react';
import { apiHref } from '../../../api/client.js';
import { lazyPart } from '../../../app-shell/index.js';
import { useLedger } from '../../../offline/index.js';
import { ConflictCard } from '../ConflictCard.js';
import { useDesk } from '../desk.js';
import { isDisputed } from '../sheet.js';
import styles from './photos.module.css';
import { captionField, moved, type ShownFile } from './shown-files.js';
import { usePicture } from './use-picture.js';

const PhotoEditor = lazyPart(async () => (await import('./PhotoEditor.js')).PhotoEditor);

interface PhotoViewerProps {
  criterion: ScoredCriterion;
  /** Every file of the criterion, in order; the pictures among them are shown. */
  files: readonly ShownFile[];
  pictures: readonly ShownFile[];
  current: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** Pictures of a criterion one by one, as large as the screen. */
export function PhotoViewer({ criterion, files, pictures, current, onShow, onClose }: PhotoViewerProps) {
  const { isOpen, isLead, visitId: visit, targetId: target, versionId: version } = useDesk();
  const ledger = useLedger();
  const [isEditing, setEditing] = useState(false);
  const index = pictures.findIndex(({ file }) => file.id === current);
  const shown = pictures[index];
  const picture = usePicture(shown);
  const place = { visit, target, version, criterion: criterion.key };
  if (!shown) return null;
  const { file, isReceived, caption, captionCell } = shown;

  const step = (by: 1 | -1) => {
    const next = pictures[index + by];
    if (next) onShow(next.file.id);
  };
  const onKeyDown = ({ key, target: at }: KeyboardEvent) => {
    if (isEditing || at instanceof HTMLInputElement) return;
    if (key === 'ArrowLeft') step(-1);
    if (key === 'ArrowRight') step(1);
  };
  const order = files.findIndex((one) => one.file.id === current);
  const move = (by: 1 | -1) => {
    for (const { id, caption: said } of moved(files, order, by)) ledger.setWhole(place, captionField(id), said);
  };
  if (isEditing && picture.blob) {
    return (
      <Suspense fallback={null}>
        <PhotoEditor
          picture={picture.blob}
          origin={shown}
          place={place}
          onDone={(id) => {
            setEditing(false);
            if (id !== null) onShow(id);
          }}
        />
      </Suspense>
    );
  }
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={`Ảnh ${index + 1}/${pictures.length}`}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      onKeyDown={onKeyDown}
      classNames={{ body: styles.viewer }}
    >
      <figure className={styles.figure}>
        {picture.url && <img src={picture.url} alt={caption.caption ?? file.name} />}
        {picture.isMissing && (
          <p role="status">
            {isReceived ? 'Chưa mở được ảnh này. Đề nghị thử lại khi có mạng.' : 'Ảnh còn ở máy khác, chưa gửi về.'}
          </p>
        )}
        <figcaption aria-live="polite">
          {[file.name, formatFileSize(file.size), file.taken_at && formatInstant(new Date(file.taken_at))]
            .filter(Boolean)
            .join(' · ')}
        </figcaption>
      </figure>
      {isDisputed(captionCell) && (
        <ConflictCard criterion={criterion} field={captionField(file.id)} cell={captionCell} />
      )}
      {isOpen ? (
        <CaptionField
          key={file.id}
          said={caption.caption ?? ''}
          onSay={(text) =>
            ledger.setWhole(place, captionField(file.id), { ...caption, caption: text === '' ? null : text })
          }
        />
      ) : (
        caption.caption && <p className={styles.caption}>{caption.caption}</p>
      )}
      <Group gap="xs" className={styles.acts}>
        <Button variant="default" disabled={index === 0} onClick={() => step(-1)}>
          Ảnh trước
        </Button>
        <Button variant="default" disabled={index === pictures.length - 1} onClick={() => step(1)}>
          Ảnh sau
        </Button>
        {isOpen && (
          <>
            <Button variant="default" disabled={!picture.blob} onClick={() => setEditing(true)}>
              Che, đánh dấu
            </Button>
            <Button variant="default" disabled={order === 0} onClick={() => move(-1)}>
              Đưa lên trước
            </Button>
            <Button variant="default" disabled={order === files.length - 1} onClick={() => move(1)}>
              Đưa ra sau
            </Button>
          </>
        )}
        {isReceived && (
          <Button variant="default" component="a" href={apiHref(`/files/${file.id}`)} download={file.name}>
            Tải tệp
          </Button>
        )}
        {isLead && isReceived && file.derived_from && (
          <Button variant="default" component="a" href={apiHref(`/files/${file.derived_from}`)} download>
            Tải ảnh gốc
          </Button>
        )}
      </Group>
    </Modal>
  );
}

/** Said when it is left, or when the picture goes. */
function CaptionField({ said, onSay }: { said: string; onSay: (text: string) => void }) {
  const [text, setText] = useState(said);
  const save = () => {
    const clean = text.normalize('NFC').trim();
    if (clean !== said) onSay(clean);
  };
  return (
    <form
      className={styles.caption}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label="Chú thích"
        value={text}
        maxLength={FILE_CAPTION_MAX}
        onBlur={save}
        onKeyDown={({ key }) => key === 'Escape' && save()}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={text.normalize('NFC').trim() === said}>
        Lưu chú thích
      </Button>
    </form>
  );
}
