/** Kế hoạch kiểm tra (form 1.4) with its units and visits in an annex; its purpose is for its drafter to write. */
import {
  oneLine,
  readPaperSymbol,
  type Block,
  type PaperDocument,
  type PaperHead,
  type Requirement,
} from '../documents/index.js';
import { capitalized } from '../kernel/index.js';
import { basisBlocks } from './bases.blocks.js';
import { inspectionName, timeOfRound } from './inspection.text.js';
import { paperDraft, paragraph, part, type PaperDraft, type PaperInput } from './paper-draft.js';
import { ISSUER_REQUIREMENTS, filingOf, namedHead, signing, speaker, type PaperIssuer } from './paper-issuer.js';
import { contentBlocks, teamBlocks, unitBlocks } from './report.blocks.js';
import { scheduleTable } from './schedule.table.js';

interface CampaignPlanInput extends PaperInput {
  issuer: PaperIssuer;
}

/** What is recorded nowhere. */
const BLANK = '……';

const REQUIREMENTS: readonly Requirement<CampaignPlanInput>[] = [
  ...ISSUER_REQUIREMENTS,
  ['nội dung kiểm tra', ({ record }) => record.areas.length + record.otherContents.length > 0],
  ['đối tượng kiểm tra', ({ record }) => record.targets.length > 0],
  ['thời gian kiểm tra', ({ record }) => timeOfRound(record) !== ''],
];

/** The one plan of the campaign. */
export function campaignPlans(input: PaperInput): PaperDraft[] {
  return [paperDraft(null, { ...input, issuer: input.authority }, REQUIREMENTS, campaignPlan)];
}

function campaignPlan({ record, issuer, year, signer }: CampaignPlanInput): PaperDocument {
  const name = inspectionName(record);
  return {
    head: { ...namedHead(issuer, 'KH', year, capitalized(name)), ...issued({ record }) },
    addressees: [],
    blocks: [
      ...basisBlocks({ legalBases: record.legalBases.filter(({ number }) => number !== record.plan?.number) }),
      paragraph(`${speaker(issuer)} ban hành Kế hoạch ${name} như sau:`),
      part('Mục đích, yêu cầu'),
      paragraph(BLANK),
      part('Đối tượng, nội dung, thời gian kiểm tra'),
      ...unitBlocks(record),
      ...contentBlocks(record),
      ...team(record.teams),
      paragraph(`${speaker(issuer)} yêu cầu các cơ quan, đơn vị có liên quan thực hiện Kế hoạch này.`),
    ],
    annexes: [{ title: 'Danh sách đơn vị và lịch kiểm tra', blocks: [scheduleTable(record)] }],
    signer: signing(issuer, signer),
    recipients: ['Các cơ quan, đơn vị được kiểm tra', 'Các thành viên Đoàn kiểm tra'],
    filing: filingOf(issuer),
  };
}

function team(teams: PaperInput['record']['teams']): Block[] {
  const blocks = teamBlocks(teams);
  return blocks.length > 0 ? [part('Tổ chức thực hiện'), ...blocks] : [];
}

/** Number, date and subject of a plan that was issued, as they were entered back; of another they are the clerk's. */
function issued({ record: { plan } }: Pick<CampaignPlanInput, 'record'>): Partial<PaperHead> {
  if (!plan || plan.issuedOn === null) return {};
  const read = readPaperSymbol(plan.number);
  if (!('symbol' in read) || read.symbol.type !== 'KH') return {};
  const { symbol } = read;
  const subject = capitalized(oneLine(plan.subject).replace(/^về\s+/iu, ''));
  return {
    symbol,
    issuedOn: plan.issuedOn,
    year: Number(plan.issuedOn.slice(0, 4)),
    ...(subject && { subject }),
  };
}
