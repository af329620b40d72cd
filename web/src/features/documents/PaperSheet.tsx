import { HEAD_COLUMNS, MOTTO, NATION, PAGE, SIZE, SPACE, headLayout, type PaperHead } from '@kiemtra/shared/documents';
import type { CSSProperties, ReactNode } from 'react';
import { Line, Lines, Rule, mm } from './paper-lines.js';
import styles from './paper.module.css';

const MARGINS: CSSProperties = {
  padding: [PAGE.top, PAGE.right, PAGE.bottom, PAGE.left].map(mm).join(' '),
  minHeight: mm(PAGE.height),
};

interface PaperSheetProps {
  head: PaperHead;
  /** It is there to be read, not only to be looked over: on a phone its text flows in one column. */
  isForReading?: boolean;
  children: ReactNode;
}

/** The sheet with its head and what stands below. */
export function PaperSheet({ head, isForReading = false, children }: PaperSheetProps) {
  return (
    <div className={styles.desk} role="region" aria-label="Xem trước văn bản" tabIndex={0}>
      <article className={styles.sheet} data-reading={isForReading} lang="vi" style={MARGINS}>
        <Head head={head} />
        {children}
      </article>
    </div>
  );
}

/** Columns of these widths in mm. */
export function SideBySide({ columns, children }: { columns: readonly number[]; children: ReactNode }) {
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
          <Lines
            lines={layout.authority}
            size={SIZE.title}
            align="center"
            before={SPACE.authority}
            after={SPACE.paragraph}
            bold
          />
        </>
      )}
    </>
  );
}
