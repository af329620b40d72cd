/**
 * Thông báo kết luận kiểm tra to one target (form 1.4): what was achieved, what falls short with its legal basis, why where
 * it is known, what is asked by when, and to whom to report.
 */
import { inFull, type Block, type PaperDocument, type Requirement } from '../documents/index.js';
import { askedBlocks, askedOf, reportBack } from './asked.blocks.js';
import type { RecordedTarget } from './campaign-record.js';
import { causesOf, findingsOf, foundAtTarget, ofKind } from './found.blocks.js';
import { inspectionName, openingSentence, targetName } from './inspection.text.js';
import { paperDraft, paragraph, part, type PaperDraft, type PaperInput } from './paper-draft.js';
import { ISSUER_REQUIREMENTS, filingOf, namedHead, signing, thisPaper, type PaperIssuer } from './paper-issuer.js';
import { areaTable, isScored } from './results.blocks.js';

const TYPE = 'TB';

interface ConclusionInput extends PaperInput {
  issuer: PaperIssuer;
  target: RecordedTarget;
}

const findings = ({ record, target }: ConclusionInput) => findingsOf(record, target);
const shortcomings = (input: ConclusionInput) => ofKind(findings(input), 'shortcoming');
const asked = ({ record, target }: ConclusionInput) => askedOf(record, target);

const REQUIREMENTS: readonly Requirement<ConclusionInput>[] = [
  ...ISSUER_REQUIREMENTS,
  ['ưu điểm hoặc tồn tại, hạn chế', (input) => findings(input).length > 0],
  ['kiến nghị đối với tồn tại, hạn chế', (input) => shortcomings(input).length === 0 || asked(input).length > 0],
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
      paragraph(`${inFull(issuer.name)} thông báo kết luận kiểm tra như sau:`),
      ...results(input),
      ...requests(input),
      paragraph(`${inFull(issuer.name)} thông báo để ${unit} biết, thực hiện.`),
    ],
    signer: signing(issuer, signer),
    recipients: [target.name, ...above(input), 'Đoàn kiểm tra'],
    filing: filingOf(issuer),
  };
}

function results(input: ConclusionInput): Block[] {
  const { totals } = input.target;
  const strengths = ofKind(findings(input), 'strength');
  const causes = causesOf(shortcomings(input));
  return [
    ...(isScored(totals) ? [part('Kết quả theo phiếu kiểm tra'), areaTable(totals)] : []),
    ...(strengths.length > 0 ? [part('Kết quả đạt được'), ...foundAtTarget(strengths)] : []),
    ...(shortcomings(input).length > 0 ? [part('Tồn tại, hạn chế'), ...foundAtTarget(shortcomings(input))] : []),
    ...(causes.length > 0 ? [part('Nguyên nhân'), ...causes] : []),
  ];
}

function requests(input: ConclusionInput): Block[] {
  const lines = asked(input);
  if (lines.length === 0) return [];
  const { name } = input.issuer;
  return [
    part('Kiến nghị'),
    paragraph(`${inFull(name)} đề nghị ${targetName(input.target)} thực hiện các nội dung sau:`),
    ...askedBlocks(lines, thisPaper(TYPE)),
    ...reportBack(lines, name, thisPaper(TYPE)),
  ];
}

/** The inspected unit above the target, which sees to it that the target acts. */
function above({ record, target }: ConclusionInput): string[] {
  const parent = record.targets.find(({ id }) => id === target.parentId);
  return parent?.organizationId ? [`${parent.name} (để chỉ đạo)`] : [];
}
