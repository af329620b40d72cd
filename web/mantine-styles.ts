/** The styles of Mantine's components, which most pages need and the first page on site does not. */
import type { Plugin } from 'vite';

/** Vite plugin: each component brings the styles of all, in the order that Mantine gives them; they lie in a layer of their own. */
export function mantineStyles(): Plugin {
  return {
    name: 'mantine-styles',
    transform: {
      filter: { id: /@mantine\/core\/esm\/components\// },
      handler: (code) => ({ code: `import '@mantine/core/styles.layer.css';\n${code}`, map: null }),
    },
  };
}
