import { readPaperSymbol } from '../documents/index.js';
import type { CalendarDate, Violation } from '../kernel/index.js';
import type { PlanContentDto, PlanTargetDto, TeamDto } from './plan.dto.js';

const FAULTS = {
  'plans.span': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  'plans.unit-or-label': 'Chọn một đơn vị, hoặc ghi tên nhóm đơn vị.',
  'plans.count-of-label': 'Số lượng chỉ ghi cho nhóm đơn vị không nêu tên.',
  'plans.unit-twice': 'Đơn vị này đã có trong danh sách.',
  'plans.parent-first': 'Đơn vị cấp trên phải đứng trước trong danh sách.',
  'plans.id-twice': 'Mã này đã có trong danh sách.',
  'plans.second-lead': 'Mỗi đoàn chỉ có một Trưởng đoàn.',
  'plans.member-twice': 'Người này đã có trong đoàn.',
} as const;

function fault(path: string, code: keyof typeof FAULTS): Violation {
  return { path, code, message: FAULTS[code] };
}

function symbolFault(path: string, number: string | null | undefined): Violation[] {
  if (!number) return [];
  const read = readPaperSymbol(number);
  return 'error' in read ? [{ path, code: 'plans.symbol', message: read.error }] : [];
}

function spanFault(path: string, from: string | null | undefined, to: string | null | undefined): Violation[] {
  return from && to && to < from ? [fault(path, 'plans.span')] : [];
}

/** What the fields of a plan say against each other; every violation at once. */
export function planViolations(plan: PlanContentDto): Violation[] {
  return [
    ...symbolFault('number', plan.number),
    ...spanFault('dataTo', plan.dataFrom, plan.dataTo),
    ...spanFault('endsOn', plan.startsOn, plan.endsOn),
  ];
}

/** What is wrong with a list of targets. A parent stands before its children, so no target is above itself. */
export function targetViolations(targets: readonly PlanTargetDto[]): Violation[] {
  const ids = new Set<string>();
  const units = new Set<string>();
  const violations: Violation[] = [];
  for (const [index, { id, organizationId, label, unitCount, parentId }] of targets.entries()) {
    const path = `targets.${index}`;
    if (ids.has(id)) violations.push(fault(`${path}.id`, 'plans.id-twice'));
    if (parentId && !ids.has(parentId)) violations.push(fault(`${path}.parentId`, 'plans.parent-first'));
    if (Boolean(organizationId) === Boolean(label)) violations.push(fault(`${path}.label`, 'plans.unit-or-label'));
    if (organizationId && unitCount) violations.push(fault(`${path}.unitCount`, 'plans.count-of-label'));
    if (organizationId && units.has(organizationId)) {
      violations.push(fault(`${path}.organizationId`, 'plans.unit-twice'));
    }
    ids.add(id);
    if (organizationId) units.add(organizationId);
  }
  return violations;
}

/** What is wrong with the teams of a plan. A person may be in several teams: only the same half-day is refused. */
export function teamViolations(teams: readonly TeamDto[]): Violation[] {
  const ids = new Set<string>();
  const violations: Violation[] = [];
  const mint = (id: string, path: string) => {
    if (ids.has(id)) violations.push(fault(`${path}.id`, 'plans.id-twice'));
    ids.add(id);
  };
  for (const [index, { id, decisionNumber, members }] of teams.entries()) {
    const path = `teams.${index}`;
    mint(id, path);
    violations.push(...symbolFault(`${path}.decisionNumber`, decisionNumber));
    const accounts = new Set<string>();
    let hasLead = false;
    for (const [rank, member] of members.entries()) {
      const memberPath = `${path}.members.${rank}`;
      mint(member.id, memberPath);
      if (member.role === 'lead' && hasLead) violations.push(fault(`${memberPath}.role`, 'plans.second-lead'));
      if (member.accountId && accounts.has(member.accountId)) {
        violations.push(fault(`${memberPath}.accountId`, 'plans.member-twice'));
      }
      hasLead ||= member.role === 'lead';
      if (member.accountId) accounts.add(member.accountId);
    }
  }
  return violations;
}

/** What a plan is issued with. */
export interface PlanToIssue {
  number: string | null;
  issuedOn: CalendarDate | null;
  criteria: { isPublished: boolean } | null;
  targetCount: number;
  teams: readonly { name: string; hasLead: boolean }[];
}

/** Everything that a plan still lacks to be issued today, each in words that end a list. */
export function missingToIssue(plan: PlanToIssue, today: CalendarDate): Violation[] {
  const missing: [path: string, message: string, isMissing: boolean][] = [
    ['number', 'chưa có số, ký hiệu', !plan.number],
    ['issuedOn', 'chưa có ngày ban hành', !plan.issuedOn],
    ['issuedOn', 'ngày ban hành ở sau hôm nay', plan.issuedOn !== null && plan.issuedOn > today],
    ['targets', 'chưa có đối tượng kiểm tra', plan.targetCount === 0],
    ['teams', 'chưa có đoàn kiểm tra', plan.teams.length === 0],
    ...plan.teams.map(({ name, hasLead }): [string, string, boolean] => [
      'teams',
      `${name} chưa có Trưởng đoàn`,
      !hasLead,
    ]),
    ['criteriaVersionId', 'chưa chọn bộ tiêu chí', plan.criteria === null],
    ['criteriaVersionId', 'bộ tiêu chí đã chọn còn là dự thảo', plan.criteria?.isPublished === false],
  ];
  return missing.flatMap(([path, message, isMissing]) =>
    isMissing ? [{ path, code: 'plans.missing-to-issue', message }] : [],
  );
}
