import type { Rolldown } from 'vite';

/** A chunk of the build and those that it imports, and they in turn. */
export function chunksBehind(bundle: Rolldown.OutputBundle, file: string, into = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (into.has(file) || chunk?.type !== 'chunk') return into;
  into.add(file);
  for (const imported of chunk.imports) chunksBehind(bundle, imported, into);
  return into;
}
