/** What was found, by area in the order of the index: that of one target, and that of the campaign as a whole. */
import { AREAS, AREA_CODES } from '../criteria/index.js';
import { findingSentence, sentence, uncapitalized, type Block } from '../documents/index.js';
import type { FindingKind } from '../findings/index.js';
import type { CampaignRecord, RecordedFinding, RecordedTarget } from './campaign-record.js';
import { dash, paragraph, part, section } from './paper-draft.js';

/** What was found in the campaign as a whole. */
const COMMON = 'Chung tại các đơn vị được kiểm tra';

/** What concerns a target: what was found there, and what was found in the campaign as a whole. */
export function findingsOf({ findings }: CampaignRecord, { id }: RecordedTarget): RecordedFinding[] {
  return findings.filter(({ targetId }) => targetId === id || targetId === null);
}

function ofKind(findings: readonly RecordedFinding[], kind: FindingKind): RecordedFinding[] {
  return findings.filter((finding) => finding.kind === kind);
}

/** Findings of a target; what is said of all units is never told as the target's own. */
export function foundAtTarget(findings: readonly RecordedFinding[]): Block[] {
  const own = findings.filter(({ targetId }) => targetId !== null);
  const common = findings.filter(({ targetId }) => targetId === null);
  if (common.length === 0) return byArea(own, section);
  if (own.length === 0) return [paragraph(`${COMMON}:`), ...byArea(common, section)];
  return [section('Tại đơn vị'), ...byArea(own, point), section(COMMON), ...byArea(common, point)];
}

/** Strengths, shortcomings and causes as parts of a paper; `blocks` sets the findings of one kind. */
export function foundParts(
  findings: readonly RecordedFinding[],
  blocks: (findings: readonly RecordedFinding[]) => Block[],
): Block[] {
  const strengths = ofKind(findings, 'strength');
  const shortcomings = ofKind(findings, 'shortcoming');
  const causes = causesOf(shortcomings);
  return [
    ...(strengths.length > 0 ? [part('Kết quả đạt được'), ...blocks(strengths)] : []),
    ...(shortcomings.length > 0 ? [part('Tồn tại, hạn chế'), ...blocks(shortcomings)] : []),
    ...(causes.length > 0 ? [part('Nguyên nhân'), ...causes] : []),
  ];
}

/** Causes as far as they are known, each once. */
function causesOf(findings: readonly RecordedFinding[]): Block[] {
  const causes = new Set(findings.flatMap(({ cause }) => (cause ? sentence(cause) : [])));
  return [...causes].map(dash);
}

/** The areas that anything was found in, each with its findings; `unitOf` names the unit behind one. */
export function byArea(
  findings: readonly RecordedFinding[],
  title: (area: string) => Block,
  unitOf: (finding: RecordedFinding) => string | null = () => null,
): Block[] {
  return AREA_CODES.flatMap((area) => {
    const lines = findings.filter((finding) => finding.area === area);
    return lines.length > 0 ? [title(AREAS[area].name), ...lines.map((line) => dash(lineOf(line, unitOf(line))))] : [];
  });
}

/** An area below a heading: "a) Về cải cách thủ tục hành chính". */
function point(area: string): Block {
  return { kind: 'point', text: area === AREAS.KHAC.name ? area : `Về ${uncapitalized(area)}` };
}

function lineOf({ text, legalBasis }: RecordedFinding, unit: string | null): string {
  const named = unit === null ? text : `${unit}: ${text}`;
  return findingSentence({ text: named, legalBasis: legalBasis ?? '' });
}
