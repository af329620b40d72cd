/** What a page asks for ahead of a part: the part and what it imports, but nothing that the page already runs on. */
import type { Plugin, ResolveModulePreloadDependenciesFn } from 'vite';
import { PAGES } from './ahead.js';
import { chunksBehind } from './chunks-behind.js';

const running = new Map<string, Set<string>>();
const entries = new Map<string, string>();
const isNamedAhead = (file: string) => Object.values(PAGES).some((entry) => entries.get(file)?.endsWith(entry));

/** Vite plugin: learns which files each file of the build imports, and they in turn. */
export function importsOfBuild(): Plugin {
  return {
    name: 'imports-of-build',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        for (const [file, chunk] of Object.entries(bundle)) {
          running.set(file, chunksBehind(bundle, file));
          if (chunk.type === 'chunk' && chunk.facadeModuleId) entries.set(file, chunk.facadeModuleId);
        }
      },
    },
  };
}

/**
 * For `build.modulePreload`. Scripts that the server names with the page (ahead.ts), and that lie on the device after the
 * first visit, are not asked for once more: each asking costs a slow phone some milliseconds.
 */
export const missingOnly: ResolveModulePreloadDependenciesFn = (file, needed, { hostId }) =>
  needed.filter((one) => !running.get(hostId)?.has(one) && !(isNamedAhead(file) && one.endsWith('.js')));
