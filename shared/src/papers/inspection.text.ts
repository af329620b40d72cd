/** How papers speak of the inspection itself: what it is called, who went, when and to whom. */
import { capitalized } from '../kernel/index.js';
import { citation, daysInWords, inFull, oneLine, periodInWords, twoDigits } from '../documents/index.js';
import type { PlanKind, TeamView } from '../plans/index.js';
import type { CampaignRecord, RecordedTarget } from './campaign-record.js';

/** "kiểm tra công tác cải cách hành chính năm 2026" */
export function inspectionName({ kind, year }: { kind: PlanKind; year: number }): string {
  return kind === 'public_service'
    ? `kiểm tra công vụ năm ${year}`
    : `kiểm tra công tác cải cách hành chính năm ${year}`;
}

/** A unit as papers print it; a label with how many units it stands for: "Ủy ban nhân dân cấp huyện (07 đơn vị)". */
export function targetName({ name, unitCount }: RecordedTarget): string {
  return unitCount === null ? inFull(name) : `${inFull(name)} (${twoDigits(unitCount)} đơn vị)`;
}

/** The teams that went to a target; where no visit tells, all of the campaign. */
export function teamsOf({ teams, visits }: CampaignRecord, { id: target }: RecordedTarget): TeamView[] {
  const visiting = new Set(visits.filter(({ targetId }) => targetId === target).map(({ teamId }) => teamId));
  return visiting.size > 0 ? teams.filter(({ id }) => visiting.has(id)) : [...teams];
}

/** The one team by its name; a common word for several, or where none is known. */
export function teamName([only, ...others]: readonly TeamView[]): string {
  return (only && others.length === 0 && oneLine(only.name)) || 'Đoàn kiểm tra';
}

/** When the whole round was: its time as planned, else the days of its visits; empty when neither is known. */
export function timeOfRound({ startsOn, endsOn, visits }: CampaignRecord): string {
  return periodInWords(startsOn, endsOn) || daysInWords(visits.flatMap(({ date }) => date ?? []));
}

/** When a target was visited; the round where no visit at all is recorded, nothing where only others were. */
function timeAtTarget(record: CampaignRecord, { id }: RecordedTarget): string {
  const days = record.visits.filter(({ targetId }) => targetId === id).flatMap(({ date }) => date ?? []);
  if (days.length > 0) return daysInWords(days);
  const round = record.visits.length > 0 ? '' : timeOfRound(record);
  return round && `trong đợt kiểm tra ${round}`;
}

/** "Thực hiện Kế hoạch số …, ngày …, Đoàn kiểm tra … đã tiến hành kiểm tra … tại …." */
export function openingSentence(record: CampaignRecord, target?: RecordedTarget): string {
  const place = target ? targetName(target) : 'các cơ quan, đơn vị';
  const opening = [
    record.plan && `Thực hiện ${citation(record.plan)}`,
    target ? timeAtTarget(record, target) : timeOfRound(record),
    `${teamName(target ? teamsOf(record, target) : record.teams)} đã tiến hành ${inspectionName(record)} tại ${place}.`,
  ];
  return capitalized(opening.filter(Boolean).join(', '));
}
