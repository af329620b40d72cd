import { SIZE, SPACE, TEXT_WIDTH } from '@kiemtra/shared/documents';
import {
  MINUTES_ROLE_LABELS,
  type MinutesPaper,
  type MinutesSignature,
  type MinutesSignatures,
} from '@kiemtra/shared/minutes';
import { DrawnSignature } from '../../ui/DrawnSignature.js';
import { Line } from './paper-lines.js';
import { Body } from './PaperBody.js';
import { PaperSheet, SideBySide } from './PaperSheet.js';
import styles from './paper.module.css';

interface MinutesPreviewProps {
  paper: MinutesPaper;
  /** Those that stand under these words; there is empty room for the others. */
  signatures: MinutesSignatures;
  /** The code that tells these words from others. */
  code: string;
}

/** The minutes of an inspection on screen, as the file is. */
export function MinutesPreview({ paper: { head, blocks, signers }, signatures, code }: MinutesPreviewProps) {
  return (
    <PaperSheet head={head} isForReading>
      <Body blocks={blocks} />
      <SideBySide columns={signers.map(() => TEXT_WIDTH / signers.length)}>
        {signers.map(({ role, name }) => (
          <div key={role} className={styles.signer}>
            <Line
              text={MINUTES_ROLE_LABELS[role].toLocaleUpperCase('vi')}
              size={SIZE.signature}
              align="center"
              before={SPACE.closing}
              bold
            />
            <div className={styles.signature}>
              <Printed signature={signatures[role]} />
            </div>
            <Line text={name} size={SIZE.signature} align="center" bold />
          </div>
        ))}
      </SideBySide>
      <Line text={`Mã nội dung: ${code}`} size={SIZE.recipients} before={SPACE.closing} italic />
    </PaperSheet>
  );
}

function Printed({ signature }: { signature: MinutesSignature | undefined }) {
  if (!signature) return null;
  const { name, strokes, refusal } = signature;
  return refusal === null ? <DrawnSignature strokes={strokes} name={name} /> : <>(Không ký: {refusal})</>;
}
