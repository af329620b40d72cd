/** A campaign in the field: two wards held to the sample index, a visit to each under way, and devices that send. */
import { createHash } from 'node:crypto';
import { newId } from '@kiemtra/shared/kernel';
import { contentDigest, type BatchReply, type HelloReply, type ReplyReceipt } from '@kiemtra/shared/fieldwork';
import type { TeamRole } from '@kiemtra/shared/plans';
import type { VisitState } from '@kiemtra/shared/visits';
import { CriteriaService } from '../../criteria/criteria.service.js';
import { PlansService } from '../../plans/plans.service.js';
import { createCast, type Cast, type Part } from '../../testing/cast.js';
import { helloOf } from '../../testing/deeds.js';
import type { Answer, TestClient } from '../../testing/test-client.js';
import type { TestServer } from '../../testing/test-server.js';
import { VisitsService } from '../../visits/visits.service.js';

export interface Field {
  server: TestServer;
  cast: Cast;
  planId: string;
  teamId: string;
  version: string;
  targets: { wardOne: string; wardTwo: string };
  visits: { wardOne: string; wardTwo: string };
}

/** Who is in the team. */
const TEAM: [Part, TeamRole][] = [
  ['lead', 'lead'],
  ['inspector', 'member'],
];

export async function createField(server: TestServer): Promise<Field> {
  const cast = await createCast(server);
  const [planId, teamId] = [newId(), newId()];
  const targets = { wardOne: newId(), wardTwo: newId() };
  const version = await server.inProvince(cast.provinceId, () =>
    server.app.get(CriteriaService).addSample('communeIndex2026'),
  );
  await server.inProvince(cast.provinceId, () =>
    server.app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      title: 'Kiểm tra công tác cải cách hành chính năm 2026',
      year: 2026,
      authorityId: cast.organizations.department,
      number: '12/KH-SNV',
      issuedOn: '2026-01-15',
      startsOn: '2026-03-02',
      endsOn: '2026-03-06',
      legalBases: [],
      areas: [],
      otherContents: [],
      criteriaVersionId: version,
      state: 'in_progress',
      isSample: true,
      targets: [
        { id: targets.wardOne, organizationId: cast.organizations.wardOne },
        { id: targets.wardTwo, organizationId: cast.organizations.wardTwo },
      ],
      teams: [
        {
          id: teamId,
          name: 'Đoàn số 1',
          members: TEAM.map(([part, role]) => {
            return { id: newId(), accountId: cast.accounts[part], name: part, role, areas: [] };
          }),
        },
      ],
    }),
  );
  const field = { server, cast, planId, teamId, version, targets };
  const visits = { wardOne: await addVisit(field, targets.wardOne), wardTwo: await addVisit(field, targets.wardTwo) };
  return { ...field, visits };
}

/** A further visit to a target. */
export async function addVisit(
  { server, cast, planId, teamId }: Pick<Field, 'server' | 'cast' | 'planId' | 'teamId'>,
  targetId: string,
  state: VisitState = 'in_progress',
): Promise<string> {
  const id = newId();
  await server.inProvince(cast.provinceId, () =>
    server.app.get(VisitsService).record({
      id,
      planId,
      targetId,
      teamId,
      state,
      mode: 'direct',
      date: '2026-03-03',
      halfDay: 'morning',
      hosts: [],
      attendees: [],
      checkedInAt: null,
      finalisedAt: null,
    }),
  );
  return id;
}

/** Ends the membership of a part. */
export async function leave({ server, cast }: Field, part: Part): Promise<void> {
  await server.inProvince(cast.provinceId, () =>
    server.db.query('update team_member set left_at = now() where account_id = $1', [cast.accounts[part]]),
  );
}

const AT = '2026-03-03T08:15:22.113+07:00';

/** An operation without its number, on the visit to ward one unless it says otherwise. */
export type Said = Record<string, unknown>;

export function said(field: Field, kind: string, criterion: string, rest: Said = {}): Said {
  return { kind, visit: field.visits.wardOne, version: field.version, criterion, at: AT, offset_ms: 0, ...rest };
}

/** The rate that criterion 1.1.2 asks for, of 20: two points, none below 80%. */
export const rate = (numerator: number) => ({ numerator: String(numerator), denominator: '20' });

/** What belongs to the target as a whole. */
export function saidOfTarget(field: Field, kind: string, rest: Said = {}): Said {
  const { criterion: _, ...ofTarget } = said(field, kind, '', rest);
  return ofTarget;
}

/** A head count of 20 with so many present. */
export const headCount = (present: number) => ({
  date: '2026-03-03',
  time: '07:45',
  expected: 20,
  present,
  absentWithReason: 0,
  absentWithoutReason: 20 - present,
  badgesWorn: present,
  nameBoards: { expected: 4, present: 4 },
  persons: [],
});

/** Device and account: a lane. */
export class Device {
  next = 1;

  constructor(
    readonly field: Field,
    readonly part: Part,
    readonly lane: string = newId(),
  ) {}

  get client(): TestClient {
    return this.field.cast.as(this.part);
  }

  body(ops: readonly Said[], first = this.next) {
    const numbered = ops.map((op, index) => ({ seq: first + index, ...op }));
    return { lane: this.lane, first_seq: first, app_version: '0.1.0', ops: numbered };
  }

  /** Sends any body with the headers a device sends, or with others. */
  send(body: unknown, headers: Record<string, string> = {}): Promise<Answer<BatchReply>> {
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    return this.client.send<BatchReply>('POST', '/sync/ops', bytes, {
      'content-digest': contentDigest(createHash('sha256').update(bytes).digest('base64')),
      'x-sync-protocol': '1',
      'x-sync-account': this.field.cast.accounts[this.part],
      ...headers,
    });
  }

  get #account(): Record<string, string> {
    return { 'x-sync-account': this.field.cast.accounts[this.part] };
  }

  /** Asks something, as the account whose device it is. */
  ask<T>(path: string): Promise<Answer<T>> {
    return this.client.send<T>('GET', path, undefined, this.#account);
  }

  /** Says how it stands. */
  hello(rest: object = {}): Promise<Answer<HelloReply>> {
    const said = helloOf([], { lane: this.lane, max_seq: this.next - 1, lost: null, left: null, ...rest });
    return this.client.send<HelloReply>('POST', '/sync/hello', said, this.#account);
  }

  /** Sends the next operations of the lane; gives their receipts. */
  async push(...ops: Said[]): Promise<ReplyReceipt[]> {
    const { status, body, problem } = await this.send(this.body(ops));
    if (status !== 200) throw new Error(`${status} ${problem.code}`);
    this.next += ops.length;
    return body.receipts;
  }

  /** The outcomes of the next operations, each as "applied 1" or "parked VISIT_FINAL". */
  async outcomes(...ops: Said[]): Promise<string[]> {
    return (await this.push(...ops)).map(outcomeText);
  }
}

export function outcomeText({ outcome, code, rev }: ReplyReceipt): string {
  return [outcome, code, rev].filter((part) => part !== undefined).join(' ');
}
