/** Lines of a paper: lengths in mm and sizes in points, scaled to the sheet by the two units of paper.module.css. */
import type { CSSProperties, ReactNode } from 'react';
import styles from './paper.module.css';

export const mm = (millimetres: number) => `calc(${millimetres} * var(--mm))`;
const pt = (points: number) => `calc(${points} * var(--pt))`;

export interface Setting {
  size: number;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Millimetres: of the whole line, of its first line, of all lines but the first. */
  indent?: { left?: number; firstLine?: number; hanging?: number };
}

function styleOf({ size, bold, italic, align = 'left', before = 0, after = 0, indent = {} }: Setting): CSSProperties {
  const { left = 0, firstLine = 0, hanging = 0 } = indent;
  return {
    fontSize: pt(size),
    textAlign: align,
    margin: `${pt(before)} 0 ${pt(after)}`,
    paddingLeft: mm(left),
    textIndent: mm(firstLine - hanging),
    ...(bold && { fontWeight: 'bold' }),
    ...(italic && { fontStyle: 'italic' }),
  };
}

interface LineProps extends Setting {
  text?: string;
  children?: ReactNode;
}

/** A paragraph of plain text, or of what is put into it. */
export function Line({ text, children, ...setting }: LineProps) {
  return <p style={styleOf(setting)}>{children ?? <Marked text={text ?? ''} />}</p>;
}

/** Lines that are broken where the layout says, set as one paragraph. */
export function Lines({ lines, ...setting }: Setting & { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <p style={styleOf(setting)} className={styles.broken}>
      <Marked text={lines.join('\n')} />
    </p>
  );
}

/** A rule of an exact length in the middle of its column. */
export function Rule({ length }: { length: number }) {
  return <hr className={styles.rule} style={{ width: mm(length) }} />;
}

/** Text whose blanks ("……") are marked on screen. */
export function Marked({ text }: { text: string }) {
  return text.split(/(…+)/u).map((part, index) => (part.startsWith('…') ? <mark key={index}>{part}</mark> : part));
}
