/** Quyết định thành lập đoàn kiểm tra (form 1.2), one for each team: by the head of the body whose plan it is, in person. */
import { AREAS } from '../criteria/index.js';
import {
  citation,
  inFull,
  isFilled,
  oneLine,
  twoDigits,
  uncapitalized,
  withoutStop,
  type Block,
  type PaperDocument,
  type Requirement,
} from '../documents/index.js';
import { capitalized } from '../kernel/index.js';
import { SURPRISE_KINDS, type TeamView } from '../plans/index.js';
import { basisBlocks } from './bases.blocks.js';
import type { CampaignRecord, RecordedTarget } from './campaign-record.js';
import { inspectionName, targetName, timeOfRound } from './inspection.text.js';
import { paperDraft, type PaperDraft, type PaperInput } from './paper-draft.js';
import { ISSUER_REQUIREMENTS, SIGNERS, filingOf, namedHead, type PaperIssuer } from './paper-issuer.js';
import { contentsOf, memberText } from './report.blocks.js';

/** More units than these stand in an annex. */
const UNITS_IN_TEXT = 10;

interface DecisionInput extends PaperInput {
  issuer: PaperIssuer;
  team: TeamView;
}

const bases = ({ record }: DecisionInput) => basisBlocks(record, record.plan && citation(record.plan));

const REQUIREMENTS: readonly Requirement<DecisionInput>[] = [
  ...ISSUER_REQUIREMENTS,
  ['căn cứ ban hành', (input) => bases(input).length > 0],
  ['tên Đoàn kiểm tra', ({ team }) => isFilled(team.name)],
  ['Trưởng đoàn', ({ team }) => team.members.some(({ role }) => role === 'lead')],
  ['thành viên Đoàn kiểm tra', ({ team }) => team.members.some(({ role }) => role !== 'lead')],
  ['đối tượng kiểm tra', ({ record }) => record.targets.length > 0],
];

/** One decision for each team. */
export function teamDecisions(input: PaperInput): PaperDraft[] {
  return input.record.teams.map((team) =>
    paperDraft(team, { ...input, issuer: input.authority, team }, REQUIREMENTS, teamDecision),
  );
}

function teamDecision(input: DecisionInput): PaperDocument {
  const { record, issuer, team, year, signer } = input;
  const units = unitsOf(record, team);
  const annexes =
    units.length > UNITS_IN_TEXT ? [{ title: 'Danh sách đơn vị được kiểm tra', blocks: [unitTable(units)] }] : [];
  const name = inFull(issuer.name);
  return {
    head: {
      ...namedHead(issuer, 'QĐ', year, `Về việc thành lập ${oneLine(team.name)}`),
      authority: `${SIGNERS[issuer.form][0]} ${name}`,
    },
    addressees: [],
    blocks: [
      ...bases(input),
      { kind: 'enacting', text: 'QUYẾT ĐỊNH:' },
      { kind: 'article', text: `Thành lập ${oneLine(team.name)} gồm các ông, bà có tên sau:` },
      ...listed(team.members.map(memberDuty)),
      { kind: 'article', text: 'Đoàn kiểm tra có nhiệm vụ:' },
      ...listed(duties(record, units, name)),
      { kind: 'article', text: execution(record) },
    ],
    annexes,
    // The head decides in person, so nobody is signed for but the head.
    signer,
    recipients: ['Như Điều 3', ...(issuer.superior ? [`${issuer.superior} (để báo cáo)`] : [])],
    filing: filingOf(issuer),
  };
}

/** Clauses that end ";" and the last ".". */
function listed(lines: readonly string[]): Block[] {
  return lines.map((line, index) => ({ kind: 'clause', text: `${line}${index < lines.length - 1 ? ';' : '.'}` }));
}

function memberDuty(member: TeamView['members'][number]): string {
  const areas = member.areas.map((area) => uncapitalized(AREAS[area].name));
  return [memberText(member), areas.length > 0 && `phụ trách nội dung: ${areas.join('; ')}`].filter(Boolean).join(', ');
}

/** The units the team is to visit; all of the plan while no visit of the team is set. */
function unitsOf({ targets, visits }: CampaignRecord, { id }: TeamView): RecordedTarget[] {
  const visited = new Set(visits.filter(({ teamId }) => teamId === id).map(({ targetId }) => targetId));
  return targets.filter((target) => visited.size === 0 || visited.has(target.id));
}

function duties(record: CampaignRecord, units: readonly RecordedTarget[], to: string): string[] {
  const places =
    units.length > UNITS_IN_TEXT
      ? `${twoDigits(units.length)} cơ quan, đơn vị theo Phụ lục kèm theo`
      : units.map(targetName).join(', ');
  const contents = contentsOf(record);
  const time = timeOfRound(record);
  return [
    `${capitalized(inspectionName(record))} tại ${places}`,
    ...(contents.length > 0
      ? [`Nội dung kiểm tra: ${contents.map((text) => uncapitalized(withoutStop(text))).join('; ')}`]
      : []),
    ...(time ? [`Thời gian kiểm tra: ${time}`] : []),
    `Báo cáo kết quả kiểm tra với ${to}; Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ`,
  ];
}

/** A surprise is told to nobody at the units: there the decision is read out when the team comes. */
function execution({ kind }: CampaignRecord): string {
  const units = SURPRISE_KINDS.includes(kind) ? '' : 'Thủ trưởng các cơ quan, đơn vị được kiểm tra, ';
  const others = `${units}các cơ quan, đơn vị có liên quan và các ông, bà có tên tại Điều 1`;
  return `Quyết định này có hiệu lực kể từ ngày ký. ${capitalized(others)} chịu trách nhiệm thi hành Quyết định này.`;
}

function unitTable(units: readonly RecordedTarget[]): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'STT', share: 1, align: 'center' },
      { header: 'Đơn vị được kiểm tra', share: 9 },
    ],
    rows: units.map((unit, index) => [String(index + 1), capitalized(targetName(unit))]),
  };
}
