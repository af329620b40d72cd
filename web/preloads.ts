/** What a page asks for ahead of a part: the part and what it imports, but nothing that the page already runs on. */
import type { Plugin, ResolveModulePreloadDependenciesFn } from 'vite';

const running = new Map<string, Set<string>>();

/** Vite plugin: learns which files each file of the build imports, and they in turn. */
export function importsOfBuild(): Plugin {
  return {
    name: 'imports-of-build',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      handler(_, bundle) {
        const gather = (file: string, into: Set<string>): Set<string> => {
          const chunk = bundle[file];
          if (into.has(file) || chunk?.type !== 'chunk') return into;
          into.add(file);
          for (const imported of chunk.imports) gather(imported, into);
          return into;
        };
        for (const file of Object.keys(bundle)) running.set(file, gather(file, new Set()));
      },
    },
  };
}

/** For `build.modulePreload`. */
export const missingOnly: ResolveModulePreloadDependenciesFn = (_, files, { hostId }) =>
  files.filter((file) => !running.get(hostId)?.has(file));
