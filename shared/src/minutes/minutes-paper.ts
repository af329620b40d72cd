/**
 * The minutes of an inspection as a paper (NĐ 30/2020/NĐ-CP, mẫu 1.9, with a third signature for the unit). It follows from
 * what was recorded and from nothing else, so that its hash seals it.
 */
import { AREAS, AREA_CODES, type AreaCode, type Tally } from '../criteria/index.js';
import {
  inFull,
  oneLine,
  sentence,
  uncapitalized,
  withoutStop,
  type Block,
  type PaperHead,
} from '../documents/index.js';
import {
  dossierRate,
  rateText,
  registerRate,
  registerText,
  sampleText,
  type DossierSample,
} from '../dossiers/index.js';
import type { FindingKind } from '../findings/index.js';
import { headCountText, type HeadCount } from '../headcount/index.js';
import { capitalized, formatDecimal, formatDecreeDate } from '../kernel/index.js';
import { sealCode } from './signature.js';
import { personText } from './minutes.rules.js';
import { MINUTES_ROLES, type Minutes, type MinutesRole, type MinutesTime } from './minutes.js';

export interface MinutesInput {
  /** Body whose plan it is: "Sở Nội vụ". */
  authority: string;
  /** "Đoàn kiểm tra số 1"; empty when the team has no name. */
  team: string;
  unit: string;
  /** "Kiểm tra công tác cải cách hành chính năm 2026". */
  planTitle: string;
  /** "12/KH-SNV"; null when not known. */
  planNumber: string | null;
  minutes: Minutes;
  /** Areas of the set with how its criteria were answered. */
  areas: readonly { area: AreaCode; tally: Tally }[];
  sheet: SheetSummary;
  findings: readonly { kind: FindingKind; area: AreaCode; text: string; legalBasis: string | null }[];
  samples: readonly DossierSample[];
  counts: readonly HeadCount[];
}

/** The score sheet that goes with the minutes. */
export interface SheetSummary {
  answered: number;
  total: number;
  /** Of all its answers, notes and files (`sheetHash`). */
  hash: string;
}

export interface MinutesPaper {
  head: PaperHead;
  blocks: readonly Block[];
  /** Left to right; a name still to be written is blank. */
  signers: readonly { role: MinutesRole; name: string }[];
}

/** What is still to be written. */
const BLANK = '……';

export function minutesPaper(input: MinutesInput): MinutesPaper {
  const { authority, team, unit, planTitle, minutes } = input;
  return {
    head: {
      superior: inFull(authority),
      issuer: oneLine(team) || 'Đoàn kiểm tra',
      symbol: { number: null, type: 'BB', bodies: ['ĐKT'] },
      place: null,
      issuedOn: null,
      year: Number(minutes.begun.date.slice(0, 4)),
      subject: `${capitalized(oneLine(planTitle))} tại ${inFull(unit)}`,
    },
    blocks: [...opening(input), ...results(input), ...opinions(input), ...closing(minutes)],
    signers: MINUTES_ROLES.map((role) => ({ role, name: minutes.signers[role].name ?? BLANK })),
  };
}

/** "08 giờ 00, ngày 23 tháng 11 năm 2026" */
function timeText({ date, time }: MinutesTime): string {
  return `${(time ?? `${BLANK}:${BLANK}`).replace(':', ' giờ ')}, ${formatDecreeDate(date)}`;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const dash = (text: string): Block => ({ kind: 'dash', text });

function opening({ planNumber, planTitle, unit, minutes }: MinutesInput): Block[] {
  const { begun, place, signers } = minutes;
  const [secretary, head, lead] = MINUTES_ROLES.map((role) => {
    const { name, position } = signers[role];
    return personText({ name: name ?? BLANK, position });
  });
  return [
    ...(planNumber ? [paragraph(`Thực hiện Kế hoạch số ${planNumber} về ${uncapitalized(oneLine(planTitle))}.`)] : []),
    paragraph(`Thời gian bắt đầu: ${timeText(begun)}.`),
    paragraph(`Địa điểm: ${place === null ? BLANK : withoutStop(place)}.`),
    paragraph('Thành phần tham dự:'),
    { kind: 'heading', level: 2, text: 'Đoàn kiểm tra' },
    ...[lead, secretary, ...minutes.team.map(personText)].map((person) => dash(`${person};`)),
    { kind: 'heading', level: 2, text: inFull(unit) },
    ...[head, ...minutes.unit.map(personText)].map((person) => dash(`${person};`)),
    paragraph(`Chủ trì: ${lead}.`),
    paragraph(`Thư ký (người ghi biên bản): ${secretary}.`),
  ];
}

function results({ areas, sheet, findings, samples, counts }: MinutesInput): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Nội dung, kết quả kiểm tra' },
    ...(areas.length > 0 ? [answerTable(areas)] : []),
    paragraph(
      `Kết quả từng nội dung theo phiếu kiểm tra kèm theo: đã chấm ${sheet.answered}/${sheet.total} nội dung, mã nội dung phiếu ${sealCode(sheet.hash)}.`,
    ),
    ...found('Ưu điểm', 'strength', findings),
    ...found('Tồn tại, hạn chế', 'shortcoming', findings),
    ...(samples.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Hồ sơ rút ngẫu nhiên' } as const,
          ...samples.flatMap((sample) => sampleLines(sample)),
        ]
      : []),
    ...(counts.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Kiểm đếm có mặt' } as const,
          ...counts.map((count) => dash(sentence(headCountText(count)))),
        ]
      : []),
  ];
}

function answerTable(areas: MinutesInput['areas']): Block {
  const hasPoints = areas.some(({ tally }) => tally.max !== '0');
  const points = ({ points: got, max }: Tally) => `${formatDecimal(got)}/${formatDecimal(max)}`;
  return {
    kind: 'table',
    columns: [
      { header: 'Lĩnh vực', share: 6 },
      { header: 'Đạt', share: 2, align: 'right' },
      { header: 'Chưa đạt', share: 2, align: 'right' },
      { header: 'Không kiểm tra', share: 2, align: 'right' },
      { header: 'Không áp dụng', share: 2, align: 'right' },
      ...(hasPoints ? [{ header: 'Điểm', share: 3, align: 'right' } as const] : []),
    ],
    rows: areas.map(({ area, tally }) => [
      AREAS[area].name,
      ...[tally.full, tally.short, tally.notChecked, tally.excluded].map((number) => formatDecimal(String(number))),
      ...(hasPoints ? [points(tally)] : []),
    ]),
  };
}

/** Findings of a kind by area, in the order of the index; that there are none is said. */
function found(title: string, kind: FindingKind, findings: MinutesInput['findings']): Block[] {
  const ofKind = findings.filter((finding) => finding.kind === kind);
  const lines = AREA_CODES.flatMap((area) =>
    ofKind
      .filter((finding) => finding.area === area)
      .map(({ text, legalBasis }) => {
        const basis = legalBasis === null ? '' : ` (căn cứ: ${withoutStop(legalBasis)})`;
        return dash(sentence(`${withoutStop(text)}${basis}`));
      }),
  );
  const none = kind === 'strength' ? 'Không ghi nhận riêng.' : 'Không ghi nhận tồn tại, hạn chế.';
  return [{ kind: 'heading', level: 2, text: title }, ...(lines.length > 0 ? lines : [paragraph(none)])];
}

function sampleLines(sample: DossierSample): Block[] {
  const { draw, register } = sample;
  const rates = (['on_time', 'apologised', 'sound'] as const)
    .map((kind) => dossierRate(kind, [sample]))
    .filter(({ denominator }) => denominator > 0)
    .map(rateText);
  return [
    dash(sentence(`${sampleText(sample)}; số chọn ngẫu nhiên “${draw.seed}”, cách rút ${draw.algorithm}`)),
    ...rates.map((text) => paragraph(sentence(text))),
    paragraph(sentence(`Theo sổ của đơn vị: ${registerText(registerRate(register))}`)),
  ];
}

function opinions({ minutes: { opinion, conclusion } }: MinutesInput): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Ý kiến của đơn vị được kiểm tra' },
    ...linesOf(opinion ?? 'Đơn vị không có ý kiến khác.'),
    ...(conclusion === null
      ? []
      : [{ kind: 'heading', level: 1, text: 'Đề nghị của đoàn kiểm tra' } as const, ...linesOf(conclusion)]),
  ];
}

function linesOf(text: string): Block[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(oneLine(line)));
}

function closing({ ended, copies }: Minutes): Block[] {
  const many = String(copies).padStart(2, '0');
  return [
    paragraph(
      `Cuộc kiểm tra kết thúc vào ${timeText(ended)}. Biên bản được lập thành ${many} bản có giá trị như nhau, đã đọc cho những người có tên trên cùng nghe và thống nhất ký tên.`,
    ),
  ];
}
