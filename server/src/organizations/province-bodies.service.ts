import { Injectable } from '@nestjs/common';
import { organizationsAudit } from '@kiemtra/shared/organizations';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { bodiesAround, committeeOf, type NewBody } from './province-bodies.js';
import { ProvinceBodiesRepository } from './province-bodies.repository.js';

/** Fills a province's tree from the national units: for commands that set a province up, never for a request. */
@Injectable()
export class ProvinceBodiesService {
  constructor(
    private readonly bodies: ProvinceBodiesRepository,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /**
   * Adds the bodies of the two-tier government that the province lacks: its council, People's Committee, departments and
   * vertical agencies, and the People's Committee of every commune. Gives how many were added; 0 on a second run.
   */
  async addToday(): Promise<number> {
    const code = await this.bodies.unitCode();
    const existing = await this.bodies.committees('since');
    const [province, ...communes] = await this.bodies.lines('since', [code], true);
    if (!province) throw new Error(`no administrative unit ${code}: the national units are not imported`);

    const added: NewBody[] = [];
    let top = existing.get(code);
    if (!top) {
      const committee = committeeOf(province, null);
      added.push(committee, ...bodiesAround(committee, province));
      top = committee.id;
    }
    for (const line of communes) if (!existing.has(line[0]?.code ?? '')) added.push(committeeOf(line, top));
    await this.add(added);
    return added.length;
  }

  /**
   * Adds the People's Committees of units as they were before 01/07/2025, each below the committee of the unit above it where
   * that is there or among the codes. Gives the committee of each code. Their first day is `UNKNOWN_START`.
   */
  async addHistoric(codes: readonly string[]): Promise<Map<string, string>> {
    const committees = await this.bodies.committees('before');
    const added: NewBody[] = [];
    for (const line of await this.bodies.lines('before', codes)) {
      const { code = '', parentCode = null } = line[0] ?? {};
      if (committees.has(code)) continue;
      const committee = committeeOf(line, committees.get(parentCode ?? '') ?? null);
      added.push(committee);
      committees.set(code, committee.id);
    }
    await this.add(added);
    return new Map(codes.map((code) => [code, this.known(committees, code)]));
  }

  private known(committees: Map<string, string>, code: string): string {
    const id = committees.get(code);
    if (!id) throw new Error(`no unit had the code ${code} before 01/07/2025`);
    return id;
  }

  private async add(bodies: NewBody[]): Promise<void> {
    if (bodies.length === 0) return;
    await this.bodies.insertAll(bodies);
    await this.bodies.linkSuccessors();
    await this.audit.record(
      organizationsAudit.bodiesAdded,
      { kind: 'province', id: this.db.provinceId },
      { count: bodies.length },
    );
  }
}
