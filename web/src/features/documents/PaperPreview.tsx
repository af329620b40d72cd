/**
 * An official paper on screen, set from the model and the layout of shared/documents as the file is: the same lines, sizes
 * and lengths, one sheet as long as its text. What is left for the clerk and the signer is marked.
 */
import {
  HEAD_COLUMNS,
  MOTTO,
  NATION,
  PAGE,
  SIGNATURE_COLUMNS,
  SIZE,
  SPACE,
  headLayout,
  recipientLines,
  signatureLines,
  type PaperDocument,
  type PaperHead,
} from '@kiemtra/shared/documents';
import type { CSSProperties, ReactNode } from 'react';
import { Line, Lines, Rule, mm } from './paper-lines.js';
import { Addressees, Body } from './PaperBody.js';
import styles from './paper.module.css';

const MARGINS: CSSProperties = {
  padding: [PAGE.top, PAGE.right, PAGE.bottom, PAGE.left].map(mm).join(' '),
  minHeight: mm(PAGE.height),
};

export function PaperPreview({ paper }: { paper: PaperDocument }) {
  return (
    <div className={styles.desk} role="region" aria-label="Xem trước văn bản" tabIndex={0}>
      <article className={styles.sheet} lang="vi" style={MARGINS}>
        <Head head={paper.head} />
        <Addressees addressees={paper.addressees} />
        <Body blocks={paper.blocks} />
        <Closing paper={paper} />
      </article>
    </div>
  );
}

function SideBySide({ columns, children }: { columns: readonly number[]; children: ReactNode }) {
  return (
    <div className={styles.columns} style={{ gridTemplateColumns: columns.map(mm).join(' ') }}>
      {children}
    </div>
  );
}

function Head({ head }: { head: PaperHead }) {
  const layout = headLayout(head);
  return (
    <>
      <SideBySide columns={HEAD_COLUMNS}>
        <div>
          <Lines lines={layout.superior} size={SIZE.superior} align="center" />
          <Lines lines={layout.issuer} size={SIZE.issuer} align="center" bold />
          <Rule length={layout.issuerRule} />
        </div>
        <div>
          <Line text={NATION} size={SIZE.nation} align="center" bold />
          <Line text={MOTTO} size={SIZE.motto} align="center" bold />
          <Rule length={layout.mottoRule} />
        </div>
        <div>
          <Line text={layout.symbol} size={SIZE.symbol} align="center" before={SPACE.symbol} />
          <Lines lines={layout.letterSubject} size={SIZE.letterSubject} align="center" before={SPACE.letterSubject} />
        </div>
        <Line text={layout.placeAndDate ?? ''} size={SIZE.placeAndDate} align="center" before={SPACE.symbol} italic />
      </SideBySide>
      {layout.title && (
        <>
          <Line text={layout.title.name} size={SIZE.title} align="center" before={SPACE.title} bold />
          <Lines lines={layout.title.subject} size={SIZE.title} align="center" bold />
          <Rule length={layout.title.rule} />
        </>
      )}
    </>
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
