/** `npm test`: everything CI runs, also on a fresh clone. */
import { runMain } from './console.mjs';
import { installIfNeeded } from './install.mjs';
import { interruption } from './processes.mjs';

await runMain(async () => {
  const signal = interruption();
  await installIfNeeded(signal);
  const { checks, runChecks } = await import('./checks.mjs');
  await runChecks(Object.keys(checks), signal);
});
