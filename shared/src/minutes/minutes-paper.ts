/**
 * The minutes of an inspection as a paper (biên bản, form 1.9 of Nghị định 30/2020/NĐ-CP, with a third signature for the
 * inspected unit). Everything printed follows from what was recorded: the same input makes the same paper, word for word,
 * so that its hash seals it.
 */
import { AREAS, AREA_CODES, type AreaCode } from '../criteria/index.js';
import { inFull, oneLine, sentence, uncapitalized, withoutStop, type Block } from '../documents/index.js';
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
import type { Minutes, MinutesPerson, MinutesTime } from './minutes.js';

export interface MinutesInput {
  /** Body that sends the team: "Sở Nội vụ". */
  department: string;
  /** "Đoàn kiểm tra số 1"; empty when the team has no name. */
  team: string;
  unit: string;
  /** "Kiểm tra công tác cải cách hành chính năm 2026". */
  planTitle: string;
  /** "12/KH-SNV"; null when not known. */
  planNumber: string | null;
  minutes: Minutes;
  /** Areas of the set with how its criteria were answered. */
  areas: readonly { area: AreaCode; met: number; missed: number; notChecked: number; excluded: number }[];
  findings: readonly { kind: FindingKind; area: AreaCode; text: string; legalBasis: string | null }[];
  samples: readonly DossierSample[];
  counts: readonly HeadCount[];
}

export const MINUTES_ROLES = ['secretary', 'lead', 'unit'] as const;
export type MinutesRole = (typeof MINUTES_ROLES)[number];

export const MINUTES_ROLE_LABELS: Record<MinutesRole, string> = {
  secretary: 'Thư ký',
  lead: 'Trưởng đoàn',
  unit: 'Đại diện đơn vị được kiểm tra',
};

export interface MinutesPaper {
  /** Upper left: the department, under it the team. */
  superior: string;
  issuer: string;
  /** Under "BIÊN BẢN". */
  subject: string;
  blocks: readonly Block[];
  /** Left to right. */
  signers: readonly { role: MinutesRole; name: string }[];
}

export function minutesPaper(input: MinutesInput): MinutesPaper {
  const { department, team, unit, planTitle, minutes } = input;
  return {
    superior: inFull(department),
    issuer: oneLine(team) || 'Đoàn kiểm tra',
    subject: `${capitalized(oneLine(planTitle))} tại ${inFull(unit)}`,
    blocks: [...opening(input), ...results(input), ...opinions(input), ...closing(minutes)],
    signers: [
      { role: 'secretary', name: minutes.secretary.name },
      { role: 'lead', name: minutes.chair.name },
      { role: 'unit', name: minutes.unitHead.name },
    ],
  };
}

/** "08 giờ 00, ngày 23 tháng 11 năm 2026" */
function timeText({ date, time }: MinutesTime): string {
  return `${time.replace(':', ' giờ ')}, ${formatDecreeDate(date)}`;
}

function personText({ name, position }: MinutesPerson): string {
  return position === null ? name : `${name}, ${position}`;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const dash = (text: string): Block => ({ kind: 'dash', text });

function opening({ planNumber, planTitle, unit, minutes }: MinutesInput): Block[] {
  const { begun, place, chair, secretary, unitHead } = minutes;
  const basis = planNumber ? `Thực hiện Kế hoạch số ${planNumber} về ${uncapitalized(oneLine(planTitle))}.` : '';
  return [
    ...(basis ? [paragraph(basis)] : []),
    paragraph(`Thời gian bắt đầu: ${timeText(begun)}.`),
    paragraph(`Địa điểm: ${withoutStop(place)}.`),
    paragraph('Thành phần tham dự:'),
    { kind: 'heading', level: 2, text: 'Đoàn kiểm tra' },
    ...[chair, secretary, ...minutes.team].map((person) => dash(`${personText(person)};`)),
    { kind: 'heading', level: 2, text: inFull(unit) },
    ...[unitHead, ...minutes.unit].map((person) => dash(`${personText(person)};`)),
    paragraph(`Chủ trì: ${personText(chair)}.`),
    paragraph(`Thư ký (người ghi biên bản): ${personText(secretary)}.`),
  ];
}

function results({ areas, findings, samples, counts }: MinutesInput): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Nội dung, kết quả kiểm tra' },
    ...(areas.length > 0 ? [answerTable(areas)] : []),
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
  return {
    kind: 'table',
    columns: [
      { header: 'Lĩnh vực', share: 6 },
      { header: 'Đạt', share: 2, align: 'right' },
      { header: 'Chưa đạt', share: 2, align: 'right' },
      { header: 'Không kiểm tra', share: 2, align: 'right' },
      { header: 'Không áp dụng', share: 2, align: 'right' },
    ],
    rows: areas.map(({ area, met, missed, notChecked, excluded }) => [
      AREAS[area].name,
      ...[met, missed, notChecked, excluded].map((number) => formatDecimal(String(number))),
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
