import { AlignmentType, ImageRun, Paragraph, type Table } from 'docx';
import {
  SIZE,
  SPACE,
  TEXT_WIDTH,
  bodyParts,
  headParts,
  paperProperties,
  setText,
  type Setting,
} from '../documents/index.js';
import { MINUTES_ROLE_LABELS, paperHash, sealCode, type MinutesPaper, type MinutesRole } from '../minutes/index.js';
import { docxFile } from './page.js';
import { paragraph, setParts, sideBySide } from './parts.js';

/** What stands between the title and the name of a signer: the drawn signature, or why there is none. */
export type PrintedSignature = { png: Uint8Array; /** Width by height. */ ratio: number } | { refusal: string };

/** Pixels of a drawn signature in the file, 96 to the inch: as tall as the room that is left for one by hand. */
const SIGNATURE = { width: 190, height: 85 };

/** The minutes of an inspection as DOCX; who has not signed, or not these words, finds room to sign by hand. */
export function minutesDocx(
  paper: MinutesPaper,
  signatures: Partial<Record<MinutesRole, PrintedSignature>>,
): Promise<ArrayBuffer> {
  const { head, blocks, signers } = paper;
  const code = `Mã nội dung: ${sealCode(paperHash(paper))}`;
  return docxFile(paperProperties(head), [
    [
      ...setParts([...headParts(head), ...bodyParts(blocks)], TEXT_WIDTH),
      closing(signers, signatures),
      line(code, { size: SIZE.recipients, italic: true, before: SPACE.closing }),
    ],
  ]);
}

function closing(signers: MinutesPaper['signers'], signatures: Parameters<typeof minutesDocx>[1]): Table {
  const title = { size: SIZE.signature, bold: true, align: 'center', before: SPACE.closing } as const;
  const columns = signers.map(() => TEXT_WIDTH / signers.length);
  return sideBySide(columns, [
    signers.map(({ role }) => [line(MINUTES_ROLE_LABELS[role].toLocaleUpperCase('vi'), title)]),
    signers.map(({ role, name }) => signed(name, signatures[role])),
  ]);
}

function line(text: string, setting: Setting): Paragraph {
  return paragraph(setText(text, setting));
}

function signed(name: string, signature: PrintedSignature | undefined): Paragraph[] {
  const below = { size: SIZE.signature, bold: true, align: 'center' } as const;
  if (!signature) return [line(name, { ...below, before: SPACE.signature })];
  if ('refusal' in signature) {
    const reason = { size: SIZE.recipients, italic: true, align: 'center', before: SPACE.closing } as const;
    return [line(`(Không ký: ${signature.refusal})`, reason), line(name, { ...below, before: SPACE.closing })];
  }
  const scale = Math.min(SIGNATURE.width / signature.ratio, SIGNATURE.height);
  const image = new ImageRun({
    type: 'png',
    data: signature.png,
    transformation: { width: Math.round(scale * signature.ratio), height: Math.round(scale) },
    altText: { name: 'signature', title: `Chữ ký của ${name}`, description: `Chữ ký của ${name}` },
  });
  return [new Paragraph({ children: [image], alignment: AlignmentType.CENTER }), line(name, below)];
}
