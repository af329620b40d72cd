/** Visits for suites, made and moved on through the API. */
import { newId } from '@kiemtra/shared/kernel';
import type { CreateVisitDto, VisitView } from '@kiemtra/shared/visits';
import type { TestPlan } from '../../plans/testing/plans.js';
import type { Cast, Part } from '../../testing/cast.js';
import type { Answer } from '../../testing/test-client.js';

export const MORNING = { date: '2026-03-03', halfDay: 'morning' } as const;
export const AFTERNOON = { date: '2026-03-03', halfDay: 'afternoon' } as const;

/** The team of the plan at ward one, on a morning. */
export function visitBody(plan: TestPlan, fields: Partial<CreateVisitDto> = {}): CreateVisitDto {
  const place = { targetId: plan.wardOne, teamId: plan.team, ...MORNING };
  return { id: newId(), ...place, mode: 'direct', hosts: [], attendees: [], ...fields };
}

export function schedule(cast: Cast, plan: TestPlan, visit: CreateVisitDto): Promise<Answer> {
  return cast.as('planner').post(`/plans/${plan.id}/visits`, visit);
}

/** Id of a visit that was planned and of which nobody was told. */
export async function aVisit(cast: Cast, plan: TestPlan, fields: Partial<CreateVisitDto> = {}): Promise<string> {
  const visit = visitBody(plan, fields);
  const { status } = await schedule(cast, plan, visit);
  if (status !== 204) throw new Error(`the visit was not scheduled: ${status}`);
  return visit.id;
}

/** Status of doing `notify`, `check-in`, `finalise` or `cancel` to a visit. */
export async function act(cast: Cast, part: Part, id: string, name: string): Promise<number> {
  return (await cast.as(part).post(`/visits/${id}/${name}`)).status;
}

export async function readVisit(cast: Cast, id: string, part: Part = 'planner'): Promise<VisitView> {
  return (await cast.as(part).get<VisitView>(`/visits/${id}`)).body;
}
