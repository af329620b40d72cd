/** What the server names together with the page, so that a first visit fetches at once what would be found one after the other. */
import type { Plugin } from 'vite';
import { chunksBehind } from './chunks-behind.js';

const PAGE = 'index.html';
/** What follows for who has no session. */
const GUEST = 'src/app/open-gate.tsx';
/** What follows for who has one, by the beginning of an address. The sheet is opened on site, where each way there and back counts. */
export const PAGES = { '/': 'src/app/open-app.tsx', '/cham-diem/': 'src/app/ScoringRoute.tsx' };

/** Vite plugin: `.vite/ahead.json`, `{ guest: [file], pages: { address: [file] } }`. */
export function filesAhead(): Plugin {
  return {
    name: 'files-ahead',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunkOf = (file: string) => {
          const chunk = bundle[file];
          return chunk?.type === 'chunk' ? chunk : null;
        };
        const filesOf = (entry: string): string[] => {
          const file = Object.keys(bundle).find((name) => chunkOf(name)?.facadeModuleId?.endsWith(entry));
          if (file === undefined) throw new Error(`the build has no chunk of ${entry}`);
          const chunks = [...chunksBehind(bundle, file)];
          return chunks.flatMap((one) => [one, ...(chunkOf(one)?.viteMetadata?.importedCss ?? [])]);
        };
        const listOf = (...entries: string[]) => [...new Set(entries.flatMap(filesOf))];
        const addressesOf = (files: readonly string[]) => files.map((file) => `/${file}`);
        const guest = addressesOf(listOf(PAGE, GUEST));
        const known = new Set<string>();
        const pages = Object.entries(PAGES).map(([address, entry]) => {
          const files = listOf(PAGE, entry).filter((file) => !known.has(file));
          for (const file of files) known.add(file);
          return [address, addressesOf(files)] as const;
        });
        this.emitFile({
          type: 'asset',
          fileName: '.vite/ahead.json',
          source: JSON.stringify({ guest, pages: Object.fromEntries(pages) }),
        });
      },
    },
  };
}
