import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { filesAhead } from './ahead.js';
import { compressed } from './compressed.js';
import { mantineStyles } from './mantine-styles.js';
import { parts } from './parts.js';
import { importsOfBuild, missingOnly } from './preloads.js';
import { serviceWorker } from './service-worker/build.js';

const routerDoor = fileURLToPath(import.meta.resolve('react-router'));

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mantineStyles(), importsOfBuild(), filesAhead(), compressed(), serviceWorker()],
  // The package's own door is its development build.
  resolve: {
    alias: [{ find: /^react-router$/, replacement: routerDoor.replace('/development/', '/production/') }],
  },
  server: { proxy: { '/api': `http://localhost:${process.env.PORT ?? 3000}` } },
  build: {
    target: 'es2022',
    // The content security policy allows no data: addresses and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: missingOnly },
    manifest: true,
    // Pages name the parts that follow them: what a name says costs bytes on the way to the first question.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
        codeSplitting: parts,
      },
    },
  },
});
