import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../platform/database/database.js';
import type { MemberRow, TeamRow } from './plan-content.js';
import type { TeamWithMembers } from './plan.rows.js';
import { TeamEntity, TeamMemberEntity } from './team.entity.js';

@Injectable()
export class TeamsRepository {
  constructor(private readonly db: Database) {}

  async list(planId: string): Promise<TeamWithMembers[]> {
    const { provinceId } = this.db;
    const teams = await (
      await this.db.repository(TeamEntity)
    ).find({ where: { planId, provinceId }, order: { id: 'asc' } });
    const members = await (
      await this.db.repository(TeamMemberEntity)
    ).find({
      where: { teamId: In(teams.map(({ id }) => id)), provinceId, leftAt: IsNull() },
      order: { rank: 'asc', id: 'asc' },
    });
    return teams.map((team) => ({ ...team, members: members.filter(({ teamId }) => teamId === team.id) }));
  }

  /** Teams and memberships, past ones included, that bear one of these ids, of whatever plan. */
  async findByIds(
    teamIds: string[],
    memberIds: string[],
  ): Promise<{ teams: TeamEntity[]; members: TeamMemberEntity[] }> {
    const { provinceId } = this.db;
    return {
      teams: await (await this.db.repository(TeamEntity)).findBy({ id: In(teamIds), provinceId }),
      members: await (await this.db.repository(TeamMemberEntity)).findBy({ id: In(memberIds), provinceId }),
    };
  }

  /** Names of the teams that any visit was ever planned for. */
  async visitingNames(ids: string[]): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      'select t.name from team t where t.id = any($1) and exists (select from visit v where v.team_id = t.id) order by t.id',
      [ids],
    );
    return rows.map(({ name }) => name);
  }

  async removeTeams(ids: string[]): Promise<void> {
    await this.db.query('delete from team_member where team_id = any($1)', [ids]);
    await this.db.query('delete from team where id = any($1)', [ids]);
  }

  /** With a date the membership ends and stays on record; without one, as while the plan is a draft, it never was. */
  async endMemberships(ids: string[], leftAt: Date | null): Promise<void> {
    if (leftAt) await this.db.query('update team_member set left_at = $2 where id = any($1)', [ids, leftAt]);
    else await this.db.query('delete from team_member where id = any($1)', [ids]);
  }

  /** Saves teams with their members. All heads step back first, so that two people can change places. */
  async save(teams: TeamRow[], members: MemberRow[]): Promise<void> {
    const { provinceId } = this.db;
    const withProvince = <Row>(rows: Row[]) => rows.map((row) => ({ ...row, provinceId }));
    if (teams.length > 0)
      await (await this.db.repository(TeamEntity)).upsert(withProvince(teams), ['provinceId', 'id']);
    await this.db.query(
      `update team_member set role = 'member' where team_id = any($1) and role = 'lead' and left_at is null`,
      [teams.map(({ id }) => id)],
    );
    if (members.length > 0)
      await (await this.db.repository(TeamMemberEntity)).upsert(withProvince(members), ['provinceId', 'id']);
  }
}
