import { Button, Group, Modal, Textarea } from '@mantine/core';
import {
  MINUTES_ROLE_LABELS,
  REFUSAL_MAX,
  sealCode,
  type MinutesRole,
  type MinutesSignature,
  type Stroke,
} from '@kiemtra/shared/minutes';
import { useState } from 'react';
import styles from './minutes.module.css';
import { SignatureField } from './SignatureField.js';

interface SignDialogProps {
  role: MinutesRole;
  /** As it is printed. */
  name: string;
  /** Hash of the words that are signed. */
  paper: string;
  onSign: (signature: MinutesSignature) => void;
  onClose: () => void;
}

/** Signing by drawing, or saying why somebody does not sign. */
export function SignDialog({ role, name, paper, onSign, onClose }: SignDialogProps) {
  const [isRefused, setRefused] = useState(false);
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const said = reason.normalize('NFC').trim();
  const isReady = isRefused ? said !== '' : strokes.length > 0;
  const turn = () => {
    setRefused(!isRefused);
    setStrokes([]);
    setAsked(false);
  };
  const save = () => {
    setAsked(true);
    if (!isReady) return;
    onSign({ name, paper, at: new Date().toISOString(), strokes, refusal: isRefused ? said : null });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="lg"
      title={`${isRefused ? 'Không ký trên máy' : 'Ký biên bản'}: ${MINUTES_ROLE_LABELS[role]}`}
    >
      <div className={styles.stack}>
        <p>
          <strong>{name}</strong> đã đọc biên bản, mã nội dung {sealCode(paper)}, và
          {isRefused ? ' không ký trên máy vì lý do sau.' : ' ký tên vào ô dưới đây.'}
        </p>
        {isRefused ? (
          <Textarea
            label="Lý do không ký trên máy"
            description="Ví dụ: ký trên bản in; không nhất trí với nội dung nào"
            autosize
            minRows={3}
            maxLength={REFUSAL_MAX}
            value={reason}
            error={isAsked && !isReady ? 'Chưa ghi lý do' : null}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        ) : (
          <>
            <SignatureField isDrawn={strokes.length > 0} onDraw={setStrokes} />
            <p role="alert" className={styles.fault}>
              {isAsked && !isReady && 'Chưa có nét ký. Không vẽ được thì chọn “Không ký trên máy”.'}
            </p>
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={turn}>
            {isRefused ? 'Ký trên máy' : 'Không ký trên máy'}
          </Button>
          <Button onClick={save}>{isRefused ? 'Ghi lý do' : 'Ký biên bản'}</Button>
        </Group>
      </div>
    </Modal>
  );
}
