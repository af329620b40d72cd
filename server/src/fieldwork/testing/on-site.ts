/** What a spec about one device at one visit begins with: a server for the file, a field and a member's device for each test. */
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { createField, Device, type Field } from './field.js';

export let server: TestServer;
export let field: Field;
/** Of a member of the team. */
export let device: Device;
/** The visit to ward one, under way. */
export let visit: string;

/** Called first in a spec; what is exported here is there in its tests. */
export function beOnSite(): void {
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    field = await createField(server);
    device = new Device(field, 'inspector');
    visit = field.visits.wardOne;
  });
  afterAll(() => server.close());
}
