/**
 * Nobody is at two places in one half-day, and nobody inspects the own unit. Both a new visit and a new member can break
 * this, so both come here: take the half-days first, write, then let the rows as they now stand be checked. Whoever else
 * wants one of these half-days waits until the work ends, and the plan held by the caller keeps its teams as they are.
 */
import { Injectable } from '@nestjs/common';
import { Problem } from '@kiemtra/shared/kernel';
import { clashViolations, visitsProblems, type VisitClash } from '@kiemtra/shared/visits';
import { BookingsRepository, type BusyRow, type HalfDaySlot } from './bookings.repository.js';

@Injectable()
export class BookingsService {
  constructor(private readonly bookings: BookingsRepository) {}

  /** Nobody else books in this half-day until the work under way ends. */
  hold(slot: HalfDaySlot): Promise<void> {
    return this.bookings.hold([slot]);
  }

  /** The same for every half-day in which one of the teams has a visit to make; gives these visits. */
  async holdTeams(teamIds: readonly string[]): Promise<string[]> {
    const visits = await this.bookings.openVisitsOfTeams(teamIds);
    await this.bookings.hold(visits.flatMap(({ slot }) => slot ?? []));
    return visits.map(({ id }) => id);
  }

  /** Refuses visits that clash, with every reason; `path` is the field of the form that caused it. */
  async refuseClashes(visitIds: readonly string[], path: { time: string; team: string }): Promise<void> {
    if (visitIds.length === 0) return;
    const busy = (await this.bookings.listBusy(visitIds)).map(busyClash);
    const ownUnit = await this.ownUnitClashes(visitIds);
    const clashes = [...busy, ...ownUnit];
    if (clashes.length === 0) return;
    throw new Problem(visitsProblems.clash, { clashes }, [
      ...clashViolations(busy, path.time),
      ...clashViolations(ownUnit, path.team),
    ]);
  }

  /** Refuses to go on with a visit whose team has come to hold somebody of the inspected unit since it was planned. */
  async refuseOwnUnit(visitId: string): Promise<void> {
    const clashes = await this.ownUnitClashes([visitId]);
    if (clashes.length > 0) throw new Problem(visitsProblems.ownUnit, { clashes });
  }

  private async ownUnitClashes(visitIds: readonly string[]): Promise<VisitClash[]> {
    const rows = await this.bookings.listOwnUnit(visitIds);
    return rows.map(({ who, unit }) => ({ why: 'own-unit', who, unit }));
  }
}

function busyClash(row: BusyRow): VisitClash {
  const plan = { number: row.plan_number, title: row.plan_title };
  const visit = row.is_kept ? null : { unit: row.other_unit, team: row.other_team, plan };
  const other = { visit, date: row.date, halfDay: row.half_day };
  return row.who === null ? { why: 'team-busy', who: row.team, other } : { why: 'person-busy', who: row.who, other };
}
