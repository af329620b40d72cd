import {
  MINUTES_NAME_MAX,
  MINUTES_PEOPLE_MAX,
  MINUTES_ROLES,
  type Minutes,
  type MinutesPerson,
  type MinutesRole,
  type MinutesTime,
} from './minutes.js';

export const MINUTES_ROLE_LABELS: Record<MinutesRole, string> = {
  secretary: 'Thư ký',
  unit: 'Đại diện đơn vị được kiểm tra',
  lead: 'Trưởng đoàn',
};

/** What has to be written before anybody signs, in sentences; empty when nothing is missing. */
export function minutesGaps({ begun, ended, place, signers }: Minutes): string[] {
  const isInOrder = begun.time === null || ended.time === null || instantOf(begun) <= instantOf(ended);
  return [
    begun.time === null && 'Chưa ghi giờ bắt đầu.',
    ended.time === null && 'Chưa ghi giờ kết thúc.',
    !isInOrder && 'Giờ kết thúc trước giờ bắt đầu.',
    place === null && 'Chưa ghi địa điểm.',
    ...MINUTES_ROLES.map((role) => signers[role].name === null && `Chưa ghi họ tên: ${MINUTES_ROLE_LABELS[role]}.`),
  ].filter((gap) => gap !== false);
}

function instantOf({ date, time: at }: MinutesTime): string {
  return `${date} ${at ?? ''}`;
}

/** People as they are typed, one a line: "Họ và tên, chức vụ". */
export function peopleText(list: readonly MinutesPerson[]): string {
  return list.map(personText).join('\n');
}

/** "Họ và tên, chức vụ"; the name alone where no position is known. */
export function personText({ name: who, position }: MinutesPerson): string {
  return position === null ? who : `${who}, ${position}`;
}

/** Reads what `peopleText` writes; what is longer than a name or position may be is cut, and so is the list. */
export function readPeople(typed: string): MinutesPerson[] {
  return typed
    .split('\n')
    .map((line) => {
      const [who = '', ...rest] = line.normalize('NFC').replace(/\s+/g, ' ').trim().split(/ ?, ?/);
      const position = rest.join(', ');
      return { name: shortened(who), position: shortened(position) || null };
    })
    .filter((person) => person.name !== '')
    .slice(0, MINUTES_PEOPLE_MAX);
}

function shortened(said: string): string {
  return [...said].slice(0, MINUTES_NAME_MAX).join('').trim();
}
