import { newId, readDto } from '../kernel/index.js';
import { missingToIssue, planViolations, targetViolations, teamViolations, type PlanToIssue } from './plan.checks.js';
import { PlanContentDto, type TeamMemberDto } from './plan.dto.js';
import { PLAN_ACTION_LABELS, canPlan, namingDateOf, type PlanAction, type PlanState } from './plan.rules.js';

const actionsOf = (state: PlanState) =>
  (Object.keys(PLAN_ACTION_LABELS) as PlanAction[]).filter((action) => canPlan(state, action));

describe('a plan', () => {
  it.each<[PlanState, PlanAction[]]>([
    ['draft', ['edit', 'staff', 'schedule', 'issue', 'cancel']],
    ['issued', ['staff', 'schedule', 'conduct', 'start', 'cancel']],
    ['in_progress', ['staff', 'schedule', 'conduct', 'conclude']],
    ['concluded', []],
    ['cancelled', []],
  ])('that is %s allows %j', (state, actions) => expect(actionsOf(state)).toEqual(actions));

  it('bears the names of its first day, else of its date, else of its year', () => {
    expect(namingDateOf({ startsOn: '2022-10-25', issuedOn: '2022-08-23', year: 2022 })).toBe('2022-10-25');
    expect(namingDateOf({ startsOn: null, issuedOn: '2017-12-13', year: 2018 })).toBe('2017-12-13');
    expect(namingDateOf({ year: 2026 })).toBe('2026-07-01');
  });
});

const content: PlanContentDto = {
  kind: 'scheduled',
  title: 'Kiểm tra công tác cải cách hành chính năm 2026',
  year: 2026,
  authorityId: newId(),
  legalBases: [],
  areas: [],
  otherContents: [],
};
const paths = (violations: { path: string }[]) => violations.map(({ path }) => path);

describe('planViolations', () => {
  it.each(['120/KH-UBND', '563/QĐ-SNV', '12/QĐ-BCĐCCHC', null, ''])('accepts the number %j', (number) => {
    expect(planViolations({ ...content, number })).toEqual([]);
  });

  it('names every wrong field at once', () => {
    const wrong = {
      number: '5/KH-SNV',
      dataFrom: '2026-01-02',
      dataTo: '2026-01-01',
      startsOn: '2026-03-02',
      endsOn: '2026-03-01',
    };
    expect(paths(planViolations({ ...content, ...wrong }))).toEqual(['number', 'dataTo', 'endsOn']);
  });

  it('leaves the kind open in records alone', () => {
    expect(readDto(PlanContentDto, content)).toMatchObject({ violations: [] });
    expect(readDto(PlanContentDto, { ...content, kind: 'unstated' })).toMatchObject({ violations: [{ path: 'kind' }] });
  });

  it('accepts a plan of one day', () => {
    expect(planViolations({ ...content, startsOn: '2026-03-02', endsOn: '2026-03-02' })).toEqual([]);
  });
});

describe('targetViolations', () => {
  const district = { id: newId(), organizationId: newId() };
  const commune = { id: newId(), organizationId: newId(), parentId: district.id };

  it('accepts a district with its communes, and a label with a count', () => {
    expect(targetViolations([district, commune, { id: newId(), label: 'UBND cấp huyện', unitCount: 7 }])).toEqual([]);
  });

  it.each([
    ['a child before its parent', [commune, district], ['targets.0.parentId']],
    ['a unit twice', [district, { ...district, id: newId() }], ['targets.1.organizationId']],
    ['an id twice', [district, { id: district.id, label: 'Các sở' }], ['targets.1.id']],
    ['its own parent', [{ ...district, parentId: district.id }], ['targets.0.parentId']],
    ['neither unit nor label', [{ id: newId() }], ['targets.0.label']],
    ['both unit and label', [{ ...district, label: 'Các sở' }], ['targets.0.label']],
    ['a count of one unit', [{ ...district, unitCount: 3 }], ['targets.0.unitCount']],
  ])('refuses %s', (_, targets, wrong) => expect(paths(targetViolations(targets))).toEqual(wrong));
});

describe('teamViolations', () => {
  const member = (fields: Partial<TeamMemberDto>): TeamMemberDto => ({
    id: newId(),
    name: 'Thành viên',
    role: 'member',
    areas: [],
    ...fields,
  });
  const accountId = newId();

  it('accepts the same person in two teams, and people without accounts', () => {
    const teams = ['Đoàn số 1', 'Đoàn số 2'].map((name) => ({
      id: newId(),
      name,
      decisionNumber: '45/QĐ-SNV',
      members: [member({ accountId, role: 'lead' }), member({}), member({})],
    }));
    expect(teamViolations(teams)).toEqual([]);
  });

  it('refuses a second head, a person twice and a wrong decision number at once', () => {
    const team = {
      id: newId(),
      name: 'Đoàn số 1',
      decisionNumber: '45 QĐ-SNV',
      members: [member({ accountId, role: 'lead' }), member({ accountId }), member({ role: 'lead' })],
    };
    expect(paths(teamViolations([team]))).toEqual([
      'teams.0.decisionNumber',
      'teams.0.members.1.accountId',
      'teams.0.members.2.role',
    ]);
  });
});

describe('missingToIssue', () => {
  const whole: PlanToIssue = {
    number: '12/KH-SNV',
    issuedOn: '2026-01-15',
    criteria: { isPublished: true },
    targetCount: 1,
    teams: [{ name: 'Đoàn số 1', hasLead: true }],
  };

  it('is empty for a plan that has everything', () => expect(missingToIssue(whole, '2026-01-15')).toEqual([]));

  it('refuses a day of issue that has not come', () =>
    expect(paths(missingToIssue(whole, '2026-01-14'))).toEqual(['issuedOn']));

  it('names everything that is missing at once', () => {
    const nothing: PlanToIssue = { number: null, issuedOn: null, criteria: null, targetCount: 0, teams: [] };
    expect(paths(missingToIssue(nothing, '2026-01-15'))).toEqual([
      'number',
      'issuedOn',
      'targets',
      'teams',
      'criteriaVersionId',
    ]);
  });

  it('refuses criteria that are still a draft, and names the team without a head', () => {
    const teams = [...whole.teams, { name: 'Đoàn số 2', hasLead: false }];
    const messages = missingToIssue({ ...whole, criteria: { isPublished: false }, teams }, '2026-01-15').map(
      ({ message }) => message,
    );
    expect(messages).toEqual(['Đoàn số 2 chưa có Trưởng đoàn', 'bộ tiêu chí đã chọn còn là dự thảo']);
  });
});
