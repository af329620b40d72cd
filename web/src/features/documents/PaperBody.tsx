import {
  FIRST_LINE_INDENT,
  SIZE,
  SPACE,
  addresseeLayout,
  annexLayout,
  labelled,
  lineStyle,
  runsOf,
  withEndMark,
  type Block,
  type Inline,
  type PaperDocument,
} from '@kiemtra/shared/documents';
import { Line, Lines, Marked } from './paper-lines.js';
import styles from './paper.module.css';

/** "Kính gửi": one addressee on the same line, several below with their dashes under the colon. */
export function Addressees({ addressees }: { addressees: readonly string[] }) {
  const layout = addresseeLayout(addressees);
  if (!layout) return null;
  const { left, dash, hanging, lines } = layout;
  const [first = '', ...others] = lines;
  if (others.length === 0) {
    const indent = { left: hanging, hanging: hanging - left };
    const around = { before: SPACE.addressees, after: SPACE.belowAddressees };
    return <Line text={`Kính gửi: ${first}`} size={SIZE.body} {...around} indent={indent} />;
  }
  return (
    <>
      <Line text="Kính gửi:" size={SIZE.body} before={SPACE.addressees} indent={{ left }} />
      {lines.map((line, index) => (
        <Line
          key={index}
          text={line}
          size={SIZE.body}
          indent={{ left: hanging, hanging: hanging - dash }}
          after={index === lines.length - 1 ? SPACE.belowAddressees : 0}
        />
      ))}
    </>
  );
}

/** The body with its labels and the end mark. */
export function Body({ blocks }: { blocks: readonly Block[] }) {
  return <LabelledBlocks blocks={withEndMark(blocks)} />;
}

function LabelledBlocks({ blocks }: { blocks: readonly Block[] }) {
  return labelled(blocks).map(({ label, block }, index) =>
    block.kind === 'table' ? (
      <DataTable key={index} table={block} />
    ) : (
      <TextLine key={index} label={label} block={block} />
    ),
  );
}

interface TextLineProps {
  label: string | null;
  block: Exclude<Block, { kind: 'table' }>;
}

function TextLine({ label, block }: TextLineProps) {
  const { bold, italic, isCentred, isLabelBold } = lineStyle(block);
  return (
    <Line
      size={SIZE.body}
      align={isCentred ? 'center' : 'justify'}
      before={SPACE.paragraph}
      indent={isCentred ? {} : { firstLine: FIRST_LINE_INDENT }}
      bold={bold}
      italic={italic}
    >
      {label && <span style={isLabelBold ? { fontWeight: 'bold' } : {}}>{label} </span>}
      <Runs text={block.text} />
    </Line>
  );
}

/** The annexes of a paper, each below a mark of the new page that it begins. */
export function Annexes({ paper }: { paper: PaperDocument }) {
  return (paper.annexes ?? []).map(({ blocks }, index) => {
    const { label, title, reference } = annexLayout(paper, index);
    return (
      <section key={label} className={styles.annex} aria-label={label}>
        <Line text={label} size={SIZE.title} align="center" bold />
        <Lines lines={title} size={SIZE.title} align="center" bold />
        <Lines lines={reference} size={SIZE.title} align="center" after={SPACE.paragraph} italic />
        <LabelledBlocks blocks={blocks} />
      </section>
    );
  });
}

function Runs({ text }: { text: Inline }) {
  return runsOf(text).map(({ text: run, bold, italic }, index) => (
    <span key={index} style={{ ...(bold && { fontWeight: 'bold' }), ...(italic && { fontStyle: 'italic' }) }}>
      <Marked text={run} />
    </span>
  ));
}

function DataTable({ table: { columns, rows } }: { table: Extract<Block, { kind: 'table' }> }) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ header, share }, index) => (
            <th key={index} scope="col" style={{ width: `${(100 * share) / shares}%` }}>
              <Line text={header} size={SIZE.table} align="center" bold />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ align = 'left' }, index) => (
              <td key={index}>
                <Line size={SIZE.table} align={align}>
                  <Runs text={row[index] ?? ''} />
                </Line>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
