/** `npm run check`: the fast inner loop, without build and browser. */
import { runChecks } from './checks.mjs';
import { runMain } from './console.mjs';
import { interruption } from './processes.mjs';

await runMain(() => runChecks(['lint', 'boundaries', 'types', 'jest'], interruption()));
