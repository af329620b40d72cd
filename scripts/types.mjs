import path from 'node:path';
import { paths, tool } from './paths.mjs';
import { runNode } from './processes.mjs';

/** Name of the remembered state, and the project; `.` holds the journeys and the tests of these scripts. */
const projects = { shared: 'shared', server: 'server', web: 'web', worker: 'web/service-worker', house: '.' };

const codes = [];
for (const [name, project] of Object.entries(projects)) {
  const memory = path.join(paths.cache, 'types', `${name}.json`);
  const args = [tool('typescript/bin/tsc'), '-p', project, '--incremental', '--tsBuildInfoFile', memory];
  codes.push(await runNode(args));
}
process.exit(codes.some((code) => code !== 0) ? 1 : 0);
