/** Báo cáo kết quả kiểm tra of one target (form 1.4): what its team reports to the body whose plan it is. */
import { inFull, type PaperDocument, type Requirement } from '../documents/index.js';
import { capitalized } from '../kernel/index.js';
import { askedBlocks, askedOf } from './asked.blocks.js';
import type { RecordedTarget } from './campaign-record.js';
import { findingsOf, foundAtTarget, foundParts } from './found.blocks.js';
import { inspectionName, openingSentence, targetName, teamsOf } from './inspection.text.js';
import { dash, paperDraft, paragraph, part, section, type PaperDraft, type PaperInput } from './paper-draft.js';
import {
  ISSUER_REQUIREMENTS,
  REMEDY_PAPER,
  filingOf,
  namedHead,
  signing,
  speaker,
  teamIssuer,
  type PaperIssuer,
} from './paper-issuer.js';
import { contentBlocks, teamBlocks, visitText } from './report.blocks.js';
import { areaTable, isScored } from './results.blocks.js';

interface UnitReportInput extends PaperInput {
  issuer: PaperIssuer;
  target: RecordedTarget;
}

const REQUIREMENTS: readonly Requirement<UnitReportInput>[] = [
  ...ISSUER_REQUIREMENTS,
  [
    'kết quả kiểm tra (kết quả chấm, ưu điểm hoặc tồn tại, hạn chế)',
    ({ record, target }) => isScored(target.totals) || findingsOf(record, target).length > 0,
  ],
];

/** One report for each target. */
export function unitReports(input: PaperInput): PaperDraft[] {
  return input.record.targets.map((target) => {
    const issuer = teamIssuer(input.authority, teamsOf(input.record, target));
    return paperDraft(target, { ...input, issuer, target }, REQUIREMENTS, unitReport);
  });
}

function unitReport({ record, issuer, authority, target, year, signer }: UnitReportInput): PaperDocument {
  const unit = targetName(target);
  const visits = record.visits.filter(({ targetId }) => targetId === target.id).map(visitText);
  const requests = askedOf(record, target);
  const overview = [
    ...teamBlocks(teamsOf(record, target)),
    ...(visits.some(Boolean)
      ? [section('Thời gian, địa điểm'), ...visits.filter(Boolean).map((visit) => dash(`${capitalized(visit)}.`))]
      : []),
    ...contentBlocks(record),
  ];
  return {
    head: namedHead(issuer, 'BC', year, `Kết quả ${inspectionName(record)} tại ${unit}`),
    addressees: [inFull(authority.name)],
    blocks: [
      paragraph(openingSentence(record, target)),
      paragraph(`${speaker(issuer)} báo cáo kết quả như sau:`),
      ...(overview.length > 0 ? [part('Khái quát cuộc kiểm tra'), ...overview] : []),
      ...(isScored(target.totals) ? [part('Kết quả theo phiếu kiểm tra'), areaTable(target.totals)] : []),
      ...foundParts(findingsOf(record, target), foundAtTarget),
      ...(requests.length > 0 ? [part('Kiến nghị, đề xuất'), ...askedBlocks(requests, REMEDY_PAPER)] : []),
      paragraph(`${speaker(issuer)} báo cáo ${inFull(authority.name)} xem xét, chỉ đạo.`),
    ],
    signer: signing(issuer, signer),
    recipients: ['Như trên', 'Các thành viên Đoàn kiểm tra'],
    filing: filingOf(issuer),
  };
}
