/**
 * Thông báo kết luận kiểm tra to one target (form 1.4): what was achieved, what falls short with its legal basis, why where
 * it is known, what is asked by when, and to whom to report.
 */
import type { Block, PaperDocument, Requirement } from '../documents/index.js';
import { askedBlocks, askedOf, reportBack } from './asked.blocks.js';
import type { RecordedTarget } from './campaign-record.js';
import { findingsOf, foundAtTarget, foundParts } from './found.blocks.js';
import { inspectionName, openingSentence, targetName } from './inspection.text.js';
import { paperDraft, paragraph, part, type PaperDraft, type PaperInput } from './paper-draft.js';
import {
  ISSUER_REQUIREMENTS,
  filingOf,
  namedHead,
  signing,
  speaker,
  thisPaper,
  type PaperIssuer,
} from './paper-issuer.js';
import { areaTable, isScored } from './results.blocks.js';

const TYPE = 'TB';

interface ConclusionInput extends PaperInput {
  issuer: PaperIssuer;
  target: RecordedTarget;
}

const findings = ({ record, target }: ConclusionInput) => findingsOf(record, target);
const hasShortcoming = (input: ConclusionInput) => findings(input).some(({ kind }) => kind === 'shortcoming');
const asked = ({ record, target }: ConclusionInput) => askedOf(record, target);

const REQUIREMENTS: readonly Requirement<ConclusionInput>[] = [
  ...ISSUER_REQUIREMENTS,
  ['ưu điểm hoặc tồn tại, hạn chế', (input) => findings(input).length > 0],
  ['kiến nghị đối với tồn tại, hạn chế', (input) => !hasShortcoming(input) || asked(input).length > 0],
];

/** One conclusion for each target. */
export function conclusions(input: PaperInput): PaperDraft[] {
  return input.record.targets.map((target) =>
    paperDraft(target, { ...input, issuer: input.authority, target }, REQUIREMENTS, conclusion),
  );
}

function conclusion(input: ConclusionInput): PaperDocument {
  const { record, issuer, target, year, signer } = input;
  const unit = targetName(target);
  return {
    head: namedHead(issuer, TYPE, year, `Kết luận ${inspectionName(record)} tại ${unit}`),
    addressees: [],
    blocks: [
      paragraph(openingSentence(record, target)),
      paragraph(`${speaker(issuer)} thông báo kết luận kiểm tra như sau:`),
      ...(isScored(target.totals) ? [part('Kết quả theo phiếu kiểm tra'), areaTable(target.totals)] : []),
      ...foundParts(findings(input), foundAtTarget),
      ...requests(input),
      paragraph(`${speaker(issuer)} thông báo để ${unit} biết, thực hiện.`),
    ],
    signer: signing(issuer, signer),
    recipients: [target.name, ...above(input), 'Đoàn kiểm tra'],
    filing: filingOf(issuer),
  };
}

function requests(input: ConclusionInput): Block[] {
  const lines = asked(input);
  if (lines.length === 0) return [];
  return [
    part('Kiến nghị'),
    paragraph(`${speaker(input.issuer)} đề nghị ${targetName(input.target)} thực hiện các nội dung sau:`),
    ...askedBlocks(lines, thisPaper(TYPE)),
    ...reportBack(lines, input.issuer.name, thisPaper(TYPE)),
  ];
}

/** The inspected unit above the target, which sees to it that the target acts. */
function above({ record, target }: ConclusionInput): string[] {
  const parent = record.targets.find(({ id }) => id === target.parentId);
  return parent?.organizationId ? [`${parent.name} (để chỉ đạo)`] : [];
}
