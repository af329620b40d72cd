/** What the devices of a bench send to: a province with one target, visit, lane and session a client, all held to 100 criteria. */
import { createHash, randomUUID } from 'node:crypto';
import { contentDigest, type Evidence, type Operation } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { AppModule } from '../server/src/app.module.js';
import { CriteriaService } from '../server/src/criteria/criteria.service.js';
import { Sessions } from '../server/src/platform/auth/sessions.js';
import { readConfig } from '../server/src/platform/config/config.js';
import { Database } from '../server/src/platform/database/database.js';
import { createApplication } from '../server/src/platform/http/application.js';
import { PlansService } from '../server/src/plans/plans.service.js';
import { createCast } from '../server/src/testing/cast.js';
import type { TestServer } from '../server/src/testing/test-server.js';
import { VisitsService } from '../server/src/visits/visits.service.js';

export const ANSWERS = 100;
const AREAS = ['CDDH', 'TC', 'TTHC', 'TCBM', 'CV'];

/** A device with what its operations have in common. */
export interface Client {
  cookie: string;
  account: string;
  lane: string;
  visit: string;
  version: string;
}

/** A batch as it travels. */
export interface Batch {
  body: Buffer;
  digest: string;
}

/** Criteria of three kinds, as in a provincial set. */
function criteriaSet(): object {
  const rules = [
    { kind: 'RATIO', counted: 'hồ sơ đúng hạn', outOf: 'hồ sơ đã giải quyết' },
    { kind: 'YESNO' },
    { kind: 'LEVELS', levels: levels() },
  ];
  const criteria = AREAS.flatMap((area, index) => {
    const key = String(index + 1);
    const parts = Array.from({ length: ANSWERS / AREAS.length }, (_, part) => ({
      key: `${key}.${part + 1}`,
      parent: key,
      text: `Tiêu chí ${key}.${part + 1}`,
      maxPoints: '1',
      rule: rules[part % rules.length],
    }));
    return [{ key, area, text: `Lĩnh vực ${key}`, maxPoints: String(parts.length) }, ...parts];
  });
  return {
    format: 'bo-tieu-chi/1',
    name: 'Bộ tiêu chí đo',
    purpose: 'index',
    audience: ['commune'],
    isSample: true,
    criteria,
  };
}

function levels(): object[] {
  return ['1', '0.5', '0'].map((points, index) => ({ key: String(index + 1), text: `Mức ${index + 1}`, points }));
}

/** The answer to a criterion in the given round: another one each time. */
function answer(part: number, round: number): Record<string, string | boolean> {
  if (part % 3 === 0) return { numerator: String(80 + (round % 20)), denominator: '100' };
  return part % 3 === 1 ? { met: round % 2 === 0 } : { level: String((round % 3) + 1) };
}

/** One checklist as its device sends it: all answers, each on top of what the last round left. */
export function batch({ lane, visit, version }: Client, round: number): Batch {
  const first = round * ANSWERS + 1;
  const ops = Array.from({ length: ANSWERS }, (_, index): Operation => {
    const [area, part] = [Math.floor(index / 20), index % 20];
    return {
      seq: first + index,
      kind: 'input.set',
      visit,
      version,
      criterion: `${area + 1}.${part + 1}`,
      value: answer(part, round),
      ...(round > 0 && { base: { rev: round } }),
      at: '2026-03-03T08:15:22.113+07:00',
      offset_ms: -120,
    };
  });
  return sealed(lane, ops);
}

/** The operation that announces a file, as its device sends it: alone. */
export function announcement({ lane, visit, version }: Client, seq: number, file: Evidence): Batch {
  const [area, part] = [seq % AREAS.length, Math.floor(seq / AREAS.length) % (ANSWERS / AREAS.length)];
  const operation: Operation = {
    seq,
    kind: 'evidence.add',
    visit,
    version,
    criterion: `${area + 1}.${part + 1}`,
    value: file,
    at: '2026-03-03T08:15:22.113+07:00',
    offset_ms: -120,
  };
  return sealed(lane, [operation]);
}

function sealed(lane: string, ops: readonly Operation[]): Batch {
  const body = Buffer.from(JSON.stringify({ lane, first_seq: ops[0]?.seq, app_version: '0.1.0', ops }));
  return { body, digest: contentDigest(createHash('sha256').update(body).digest('base64')) };
}

export async function createClients(count: number): Promise<Client[]> {
  const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
  const app = await createApplication(AppModule.of(config), config);
  await app.init();
  const db = app.get(Database);
  const inProvince = <T>(provinceId: string, work: () => Promise<T>): Promise<T> =>
    db.within({ requestId: newId(), provinceId, caller: null }, work);
  const cast = await createCast({ app, db, url: '', inProvince } as TestServer);
  const [planId, teamId, set, version] = [newId(), newId(), newId(), newId()];
  await inProvince(cast.provinceId, () =>
    app.get(CriteriaService).importSet({ id: set, versionId: version, content: criteriaSet() }),
  );
  await inProvince(cast.provinceId, () => app.get(CriteriaService).publish(version));
  const targets = Array.from({ length: count }, () => newId());
  await inProvince(cast.provinceId, () =>
    app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      title: 'Đo',
      year: 2026,
      authorityId: cast.organizations.department,
      legalBases: [],
      areas: [],
      otherContents: [],
      criteriaVersionId: version,
      state: 'in_progress',
      isSample: true,
      targets: targets.map((id, index) => ({
        id,
        label: `Phường ${index + 1}`,
        unitCount: 1,
      })),
      teams: [
        {
          id: teamId,
          name: 'Đoàn',
          members: [
            {
              id: newId(),
              accountId: cast.accounts.inspector,
              name: 'Đo',
              role: 'lead',
              areas: [],
            },
          ],
        },
      ],
    }),
  );
  const clients: Client[] = [];
  for (const targetId of targets) {
    const visit = newId();
    await inProvince(cast.provinceId, () =>
      app.get(VisitsService).record({
        id: visit,
        planId,
        targetId,
        teamId,
        state: 'in_progress',
        mode: 'direct',
        date: null,
        halfDay: null,
        hosts: [],
        attendees: [],
        checkedInAt: null,
        finalisedAt: null,
      }),
    );
    const account = cast.accounts.inspector;
    const { token } = await app.get(Sessions).open(account, { address: '127.0.0.1', device: 'bench' });
    clients.push({ cookie: `phien=${token}`, account, lane: randomUUID(), visit, version });
  }
  await app.close();
  return clients;
}
