import { buildAll } from './builds.mjs';
import { runMain } from './console.mjs';

await runMain(() => buildAll());
