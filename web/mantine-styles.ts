/** The styles of Mantine's components, which most pages need and the first page on site does not. */
import type { Plugin } from 'vite';

const STYLES = '@mantine/core/styles.layer.css';

/** Vite plugin: each component brings the styles of all, in the order that Mantine gives them; they lie in a layer of their own. */
export function mantineStyles(): Plugin {
  return {
    name: 'mantine-styles',
    transform: {
      filter: { id: /@mantine\/core\/esm\/components\// },
      handler: (code) => ({ code: `import '${STYLES}';\n${code}`, map: null }),
    },
    // While one develops, components come bundled beforehand and are not seen here.
    transformIndexHtml: {
      order: 'pre',
      handler: (_, { server }) =>
        server ? [{ tag: 'script', attrs: { type: 'module' }, children: `import '${STYLES}';` }] : [],
    },
  };
}
