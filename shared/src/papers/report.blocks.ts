/** What a report tells of the inspection before its results: who went, when and where, what was looked at. */
import { AREAS } from '../criteria/index.js';
import { oneLine, periodInWords, twoDigits, withoutStop, type Block } from '../documents/index.js';
import { capitalized, formatDecreeDate } from '../kernel/index.js';
import { TEAM_ROLE_LABELS, type TeamView } from '../plans/index.js';
import { HALF_DAY_LABELS } from '../visits/index.js';
import type { CampaignRecord, RecordedVisit } from './campaign-record.js';
import { targetName, timeOfRound } from './inspection.text.js';
import { dash, paragraph, section } from './paper-draft.js';

/** "Châu Kiến Tường, Phó Chủ tịch …, Trưởng đoàn" */
export function memberText({ name, position, role }: TeamView['members'][number]): string {
  return [oneLine(name), position && withoutStop(position), TEAM_ROLE_LABELS[role]].filter(Boolean).join(', ');
}

/** The teams with who is in them; a team of nobody known is left out. */
export function teamBlocks(teams: readonly TeamView[]): Block[] {
  const known = teams.filter(({ members }) => members.length > 0);
  return known.flatMap(({ name, members }) => [
    section(oneLine(name) || 'Đoàn kiểm tra'),
    ...members.map((member) => dash(`${memberText(member)}.`)),
  ]);
}

/** "Buổi sáng ngày 26 tháng 5 năm 2020, tại Bộ phận Tiếp nhận và Trả kết quả" */
export function visitText({ date, halfDay, place }: RecordedVisit): string {
  const half = halfDay === null ? '' : `buổi ${HALF_DAY_LABELS[halfDay]} `;
  const when = date === null ? '' : `${half}${formatDecreeDate(date)}`;
  return [when, place && `tại ${withoutStop(place)}`].filter(Boolean).join(', ');
}

/** What is looked at; "other contents" are told by themselves. */
export function contentsOf({ areas, otherContents }: CampaignRecord): string[] {
  return [...areas.filter((area) => area !== 'KHAC').map((area) => AREAS[area].name), ...otherContents];
}

/** What was looked at, of which period; nothing where the plan does not say. */
export function contentBlocks(record: CampaignRecord): Block[] {
  const { dataFrom, dataTo } = record;
  const contents = contentsOf(record);
  const period = periodInWords(dataFrom, dataTo);
  if (contents.length === 0 && period === '') return [];
  return [
    section('Nội dung kiểm tra'),
    ...contents.map((content) => dash(`${withoutStop(content)}.`)),
    ...(period ? [paragraph(`Thời kỳ kiểm tra: ${period}.`)] : []),
  ];
}

/** Which units were inspected, how many they are as far as that is known, and when the round was. */
export function unitBlocks(record: CampaignRecord): Block[] {
  const { targets } = record;
  const count = targets.reduce(
    (sum, { unitCount, organizationId }) => sum + (organizationId ? 1 : (unitCount ?? 0)),
    0,
  );
  const time = timeOfRound(record);
  return [
    section('Đơn vị được kiểm tra'),
    ...(count > 0 ? [paragraph(`Số đơn vị: ${twoDigits(count)}, gồm:`)] : []),
    ...targets.map((target) => dash(`${capitalized(targetName(target))}.`)),
    ...(time ? [paragraph(`Thời gian kiểm tra: ${time}.`)] : []),
  ];
}
