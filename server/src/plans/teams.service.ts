import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  planName,
  plansAudit,
  plansProblems,
  teamViolations,
  type InspectorView,
  type PlanSavedView,
  type ReplaceTeamsDto,
  type TeamDto,
} from '@kiemtra/shared/plans';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { AccountsService } from '../users/accounts.service.js';
import { BookingsService } from './bookings.service.js';
import { PlanEditing, planSubject } from './plan-editing.service.js';
import { memberRows, teamRows } from './plan-content.js';
import type { TeamMemberEntity } from './team.entity.js';
import type { TeamWithMembers } from './plan.rows.js';
import { TeamsRepository } from './teams.repository.js';

@Injectable()
export class TeamsService {
  constructor(
    private readonly teams: TeamsRepository,
    private readonly bookings: BookingsService,
    private readonly accounts: AccountsService,
    private readonly editing: PlanEditing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Everybody who can be called into a team. */
  async listInspectors(): Promise<InspectorView[]> {
    const accounts = await this.accounts.list({ role: 'inspector' });
    return accounts
      .filter(({ state }) => state !== 'deactivated')
      .map((account) => ({
        accountId: account.id,
        name: account.display_name,
        position: account.position,
        organization: account.organization_id
          ? { id: account.organization_id, name: account.organization_name ?? '' }
          : null,
      }));
  }

  /** All teams of a plan with their present members. After issuing, who is missing has left and stays on record. */
  async replace(planId: string, { version, teams }: ReplaceTeamsDto): Promise<PlanSavedView> {
    const plan = await this.editing.open(planId, 'staff', version);
    const before = await this.teams.list(planId);
    await this.check(planId, before, teams);
    const change = differences(before, teams);
    const names = await this.teams.visitingNames(change.removedTeams);
    if (names.length > 0) throw new Problem(plansProblems.teamHasVisits, { names });

    const visits = await this.bookings.holdTeams(teams.map(({ id }) => id));
    await this.teams.removeTeams(change.removedTeams);
    const leftIds = change.left.map(({ id }) => id);
    await this.teams.endMemberships(leftIds, plan.state === 'draft' ? null : this.clock.now());
    await this.teams.save(teamRows(planId, teams), memberRows(teams));
    await this.bookings.refuseClashes(visits, { time: 'teams', team: 'teams' });

    const saved = await this.editing.save(plan);
    await this.audit.record(plansAudit.teamsReplaced, planSubject(planId), {
      name: planName(plan),
      joined: change.joined,
      left: change.left.map(({ name }) => name),
    });
    return saved;
  }

  private async check(planId: string, before: TeamWithMembers[], teams: TeamDto[]): Promise<void> {
    const faults = new Faults(teamViolations(teams));
    for (const path of await this.notInspectors(before, teams)) faults.add(plansProblems.notInspector, path);
    faults.refuse();

    const members = memberRows(teams);
    const stored = await this.teams.findByIds(
      teams.map(({ id }) => id),
      members.map(({ id }) => id),
    );
    const wanted = new Map(members.map((member) => [member.id, member]));
    const isReused =
      stored.teams.some((team) => team.planId !== planId) ||
      stored.members.some(({ id, teamId, accountId, leftAt }) => {
        const member = wanted.get(id);
        return leftAt !== null || teamId !== member?.teamId || accountId !== member.accountId;
      });
    if (isReused) throw new Problem(kernelProblems.idReused);
  }

  /** Where new members stand whose account cannot inspect; who is in the team already may have lost the role since. */
  private async notInspectors(before: TeamWithMembers[], teams: TeamDto[]): Promise<string[]> {
    const inspectors = new Set((await this.listInspectors()).map(({ accountId }) => accountId));
    const old = new Set(before.flatMap(({ members }) => members.map(({ id }) => id)));
    return teams.flatMap(({ members }, team) =>
      members.flatMap(({ id, accountId }, member) =>
        accountId && !old.has(id) && !inspectors.has(accountId) ? [`teams.${team}.members.${member}.accountId`] : [],
      ),
    );
  }
}

function differences(before: TeamWithMembers[], teams: TeamDto[]) {
  const teamIds = new Set(teams.map(({ id }) => id));
  const members = teams.flatMap((team) => team.members);
  const memberIds = new Set(members.map(({ id }) => id));
  const oldMembers: TeamMemberEntity[] = before.flatMap((team) => team.members);
  const oldIds = new Set(oldMembers.map(({ id }) => id));
  return {
    removedTeams: before.flatMap(({ id }) => (teamIds.has(id) ? [] : [id])),
    left: oldMembers.filter(({ id }) => !memberIds.has(id)),
    joined: members.flatMap(({ id, name }) => (oldIds.has(id) ? [] : [name])),
  };
}
