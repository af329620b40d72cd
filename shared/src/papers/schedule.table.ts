import { oneLine, type Block } from '../documents/index.js';
import { capitalized, formatDate } from '../kernel/index.js';
import { HALF_DAY_LABELS } from '../visits/index.js';
import type { CampaignRecord, RecordedTarget, RecordedVisit } from './campaign-record.js';
import { targetName } from './inspection.text.js';

const NONE = '–';

/** The targets in their order, each with its visits: when, where, by whom; a dash where nothing is set. */
export function scheduleTable(record: CampaignRecord): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'STT', share: 4, align: 'center' },
      { header: 'Đơn vị được kiểm tra', share: 13 },
      { header: 'Thời gian', share: 8, align: 'center' },
      { header: 'Địa điểm', share: 11 },
      { header: 'Đoàn kiểm tra', share: 8 },
    ],
    rows: record.targets
      .flatMap((target) => visitsOf(record, target))
      .map((cells, index) => [String(index + 1), ...cells]),
  };
}

function visitsOf({ visits, teams }: CampaignRecord, target: RecordedTarget): string[][] {
  const own = visits.filter(({ targetId }) => targetId === target.id);
  const name = capitalized(targetName(target));
  if (own.length === 0) return [[name, NONE, NONE, NONE]];
  return own.map((visit) => {
    const team = teams.find(({ id }) => id === visit.teamId)?.name ?? '';
    return [name, timeOf(visit), oneLine(visit.place ?? '') || NONE, oneLine(team) || NONE];
  });
}

/** "Sáng 25/10/2022" */
function timeOf({ date, halfDay }: RecordedVisit): string {
  if (date === null) return NONE;
  return capitalized([halfDay && HALF_DAY_LABELS[halfDay], formatDate(date)].filter(Boolean).join(' '));
}
