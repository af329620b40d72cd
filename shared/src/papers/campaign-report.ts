/**
 * Báo cáo kết quả of the whole campaign (form 1.4): what its only team reports to the body whose plan it is, or the department
 * whose plan it is to the body above it.
 */
import { addTally, AREAS, AREA_CODES, EMPTY_TALLY, type Tally } from '../criteria/index.js';
import { inFull, isFilled, type Block, type PaperDocument, type Requirement } from '../documents/index.js';
import { askedBlocks, askedOfAll } from './asked.blocks.js';
import type { CampaignRecord } from './campaign-record.js';
import { byArea, foundParts } from './found.blocks.js';
import { inspectionName, openingSentence, targetName } from './inspection.text.js';
import { paperDraft, paragraph, part, section, type PaperDraft, type PaperInput } from './paper-draft.js';
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
import { contentBlocks, teamBlocks, unitBlocks } from './report.blocks.js';
import { isScored, resultTable } from './results.blocks.js';

interface CampaignReportInput extends PaperInput {
  issuer: PaperIssuer;
  /** Kính gửi. */
  to: string;
}

const REQUIREMENTS: readonly Requirement<CampaignReportInput>[] = [
  ...ISSUER_REQUIREMENTS,
  ['nơi gửi (Kính gửi)', ({ to }) => isFilled(to)],
  ['đối tượng kiểm tra', ({ record }) => record.targets.length > 0],
  [
    'kết quả kiểm tra (kết quả chấm, ưu điểm hoặc tồn tại, hạn chế)',
    ({ record }) => record.findings.length > 0 || record.targets.some(({ totals }) => isScored(totals)),
  ],
];

/** The one report of the campaign. */
export function campaignReports(input: PaperInput): PaperDraft[] {
  const { record, authority } = input;
  const isOfTeam = record.teams.length === 1 || authority.form !== 'department';
  const issuer = isOfTeam ? teamIssuer(authority, record.teams) : authority;
  const to = isOfTeam ? authority.name : (authority.superior ?? '');
  return [paperDraft(null, { ...input, issuer, to }, REQUIREMENTS, campaignReport)];
}

function campaignReport({ record, issuer, to, year, signer }: CampaignReportInput): PaperDocument {
  const requests = askedOfAll(record);
  const names = new Map(record.targets.map((target) => [target.id, targetName(target)]));
  const found = (findings: CampaignRecord['findings']) =>
    byArea(findings, section, ({ targetId }) => (targetId === null ? null : (names.get(targetId) ?? null)));
  return {
    head: namedHead(issuer, 'BC', year, `Kết quả ${inspectionName(record)}`),
    addressees: [inFull(to)],
    blocks: [
      paragraph(openingSentence(record)),
      paragraph(`${speaker(issuer)} báo cáo kết quả như sau:`),
      part('Khái quát đợt kiểm tra'),
      ...unitBlocks(record),
      ...teamBlocks(record.teams),
      ...contentBlocks(record),
      ...scores(record),
      ...foundParts(record.findings, found),
      ...(requests.length > 0 ? [part('Kiến nghị, đề xuất'), ...askedBlocks(requests, REMEDY_PAPER)] : []),
      paragraph(`${speaker(issuer)} báo cáo ${inFull(to)} xem xét, chỉ đạo.`),
    ],
    signer: signing(issuer, signer),
    recipients: ['Như trên'],
    filing: filingOf(issuer),
  };
}

/** Units and areas in two tables, which bear the same sum; units nobody has looked at have no figures. */
function scores({ targets }: CampaignRecord): Block[] {
  const scored = targets.flatMap(({ totals }) => (isScored(totals) ? totals : []));
  if (scored.length === 0) return [];
  const sum = (tallies: readonly Tally[]) => tallies.reduce(addTally, EMPTY_TALLY);
  const whole = sum(scored.map((totals) => totals.whole.tally));
  const ofUnits = targets
    .filter(({ totals }) => totals !== null)
    .map((target) => ({ name: targetName(target), tally: isScored(target.totals) ? target.totals.whole.tally : null }));
  const ofAreas = AREA_CODES.flatMap((area) => {
    const tallies = scored.flatMap(({ areas }) => areas.filter((each) => each.area === area)).map(({ tally }) => tally);
    return tallies.length > 0 ? [{ name: AREAS[area].name, tally: sum(tallies) }] : [];
  });
  return [
    part('Kết quả theo phiếu kiểm tra'),
    section('Theo đơn vị'),
    resultTable('Đơn vị', ofUnits, whole),
    section('Theo lĩnh vực'),
    resultTable('Lĩnh vực', ofAreas, whole),
  ];
}
