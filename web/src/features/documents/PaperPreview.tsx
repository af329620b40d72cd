/**
 * An official paper on screen, set from the model and the layout of shared/documents as the file is: the same lines, sizes
 * and lengths, one sheet as long as its text. What is left for the clerk and the signer is marked.
 */
import {
  SIGNATURE_COLUMNS,
  SIZE,
  SPACE,
  recipientLines,
  signatureLines,
  type PaperDocument,
} from '@kiemtra/shared/documents';
import { Line, Lines } from './paper-lines.js';
import { Addressees, Annexes, Body } from './PaperBody.js';
import { PaperSheet, SideBySide } from './PaperSheet.js';
import styles from './paper.module.css';

export function PaperPreview({ paper }: { paper: PaperDocument }) {
  return (
    <PaperSheet head={paper.head}>
      <Addressees addressees={paper.addressees} />
      <Body blocks={paper.blocks} />
      <Closing paper={paper} />
      <Annexes paper={paper} />
    </PaperSheet>
  );
}

function Closing({ paper: { recipients, filing, signer } }: { paper: PaperDocument }) {
  const signature = signatureLines(signer);
  return (
    <SideBySide columns={SIGNATURE_COLUMNS}>
      <div>
        <Line text="Nơi nhận:" size={SIZE.recipientsTitle} before={SPACE.closing} bold italic />
        {recipientLines(recipients, filing).map((line) => (
          <Line key={line} text={line} size={SIZE.recipients} indent={{ left: 2, hanging: 2 }} />
        ))}
      </div>
      <div>
        {signature.join('') === '' ? (
          <Blank label="chức vụ người ký" before={SPACE.closing} />
        ) : (
          <Lines lines={signature} size={SIZE.signature} align="center" before={SPACE.closing} bold />
        )}
        {signer.name === null ? (
          <Blank label="họ và tên người ký" before={SPACE.signature} />
        ) : (
          <Line text={signer.name} size={SIZE.signature} align="center" before={SPACE.signature} bold />
        )}
      </div>
    </SideBySide>
  );
}

/** Room that stays empty on paper; its name is told to those who do not see the mark. */
function Blank({ label, before }: { label: string; before: number }) {
  return (
    <Line size={SIZE.signature} align="center" before={before}>
      <mark className={styles.room}>
        <span className={styles.told}>Để trống: {label}</span>
      </mark>
    </Line>
  );
}
