/** What a planner does with criteria sets, in short words for the suites. */
import {
  communeIndex2026,
  type CriteriaSetView,
  type CriteriaVersionOptionView,
  type CriteriaVersionView,
} from '@kiemtra/shared/criteria';
import { newId } from '@kiemtra/shared/kernel';
import type { Cast } from '../../testing/cast.js';
import type { TestClient } from '../../testing/test-client.js';
import type { TestServer } from '../../testing/test-server.js';

/** The body of an import: the sample index under a name of its own. */
export function aSet(over: object = {}) {
  const content = { ...communeIndex2026, name: `Bộ tiêu chí ${newId()}`, ...over };
  return { id: newId(), versionId: newId(), content };
}

export class CriteriaDesk {
  constructor(readonly client: TestClient) {}

  async sets(): Promise<CriteriaSetView[]> {
    return (await this.client.get<CriteriaSetView[]>('/criteria-sets')).body;
  }
  async options(): Promise<CriteriaVersionOptionView[]> {
    return (await this.client.get<CriteriaVersionOptionView[]>('/criteria-versions')).body;
  }
  version(id: string) {
    return this.client.get<CriteriaVersionView>(`/criteria-versions/${id}`);
  }
  import(body: object) {
    return this.client.post('/criteria-sets', body);
  }
  addVersion(setId: string, body: object) {
    return this.client.post(`/criteria-sets/${setId}/versions`, body);
  }
  publish(id: string) {
    return this.client.post(`/criteria-versions/${id}/publish`);
  }
  delete(id: string) {
    return this.client.delete(`/criteria-versions/${id}`);
  }

  async imported(over: object = {}) {
    const body = aSet(over);
    const { status } = await this.import(body);
    if (status !== 204) throw new Error(`the import was answered with ${status}`);
    return body;
  }
  async published(over: object = {}) {
    const body = await this.imported(over);
    await this.publish(body.versionId);
    return body;
  }
}

/** The lines of a set's history, oldest first. */
export async function auditLines(server: TestServer, cast: Cast, setId: string): Promise<string[]> {
  const rows = await server.inProvince(cast.provinceId, () =>
    server.db.query<{ summary: string }>('select summary from audit_event where subject_id = $1 order by id', [setId]),
  );
  return rows.map(({ summary }) => summary);
}
