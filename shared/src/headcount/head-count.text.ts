import { formatDate, formatDecimal } from '../kernel/index.js';
import { PRESENCE_LABELS, type HeadCount, type Presence } from './head-count.js';

const said = (value: number): string => formatDecimal(String(value));

/** What does not add up, in sentences; empty when everything does. */
export function headCountGaps(counted: HeadCount): string[] {
  const { expected, present, absentWithReason, absentWithoutReason, badgesWorn, nameBoards, persons } = counted;
  const sum = present + absentWithReason + absentWithoutReason;
  const named = (presence: Presence) => persons.filter((person) => person.presence === presence).length;
  const over = (presence: Presence, all: number) =>
    named(presence) > all &&
    `Danh sách có ${said(named(presence))} người “${PRESENCE_LABELS[presence]}”, nhiều hơn số đếm ${said(all)}.`;
  return [
    sum !== expected &&
      `Có mặt và vắng là ${said(sum)} người, ${sum > expected ? 'nhiều' : 'ít'} hơn số phải có mặt ${said(expected)}: lệch ${said(Math.abs(expected - sum))} người.`,
    badgesWorn > present && `Đeo thẻ ${said(badgesWorn)} người, nhiều hơn số có mặt ${said(present)}.`,
    nameBoards.present > nameBoards.expected &&
      `Biển tên đã đặt ${said(nameBoards.present)}, nhiều hơn số phải có ${said(nameBoards.expected)}.`,
    over('present', present),
    over('absent_with_reason', absentWithReason),
    over('absent_without_reason', absentWithoutReason),
  ].filter((gap) => gap !== false);
}

/** "07:45, 10/03/2026: có mặt 27/30, vắng có lý do 2, vắng không lý do 1; đeo thẻ 20/27; biển tên 4/5". */
export function headCountText(counted: HeadCount): string {
  const { date, expected, present, absentWithReason, absentWithoutReason, badgesWorn, nameBoards } = counted;
  return (
    `${counted.time}, ${formatDate(date)}: có mặt ${said(present)}/${said(expected)}, vắng có lý do ${said(absentWithReason)}, ` +
    `vắng không lý do ${said(absentWithoutReason)}; đeo thẻ ${said(badgesWorn)}/${said(present)}; ` +
    `biển tên ${said(nameBoards.present)}/${said(nameBoards.expected)}`
  );
}
