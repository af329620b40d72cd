import type { VisitContentDto, VisitPersonDto, VisitPersonView } from '@kiemtra/shared/visits';
import type { VisitEntity } from './visit.entity.js';

/** A visit of which even the day may be unknown, as some of the past. */
export type VisitContent = Omit<VisitContentDto, 'date' | 'halfDay'> & Pick<VisitEntity, 'date' | 'halfDay'>;

/** The columns that the planner of a visit fills. */
export function visitContent(dto: VisitContent) {
  return {
    targetId: dto.targetId,
    teamId: dto.teamId,
    date: dto.date,
    halfDay: dto.halfDay,
    place: dto.place || null,
    mode: dto.mode,
    hosts: dto.hosts.map(person),
    attendees: dto.attendees.map(person),
  } satisfies Partial<VisitEntity>;
}

function person({ name, position, organization }: VisitPersonDto): VisitPersonView {
  return { name, position: position || null, organization: organization || null };
}
