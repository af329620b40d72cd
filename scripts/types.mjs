import { tool } from './paths.mjs';
import { runNode } from './processes.mjs';

/** `.` holds what belongs to no workspace: the journeys and the tests of these scripts. */
const PROJECTS = ['shared', 'server', 'web', '.'];

const codes = [];
for (const project of PROJECTS) codes.push(await runNode([tool('typescript/bin/tsc'), '-p', project]));
process.exit(codes.some((code) => code !== 0) ? 1 : 0);
