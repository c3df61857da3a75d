import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import mantine from 'postcss-preset-mantine';

const here = (path: string): string => resolve(import.meta.dirname, path);

/** CommonJS with fixed names: it runs in Electron 25 as well, and the supervisor starts `engine.cjs` by name. */
const commonjs = {
  format: 'cjs' as const,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
};

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: here('electron/main/index.ts'),
          engine: here('electron/engine/index.ts'),
          'xlsx-worker': here('electron/engine/office/xlsx-worker.ts'),
          'form-worker': here('electron/engine/office/form-worker.ts'),
          'audit-worker': here('electron/engine/audit/audit-worker.ts'),
          'backup-worker': here('electron/engine/backup/backup-worker.ts'),
        },
        external: ['better-sqlite3'],
        output: commonjs,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      rolldownOptions: { input: { index: here('electron/preload/index.ts') }, output: commonjs },
    },
  },
  renderer: {
    root: here('renderer'),
    base: './',
    plugins: [react()],
    css: { postcss: { plugins: [mantine()] } },
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      minify: 'oxc',
      outDir: here('out/renderer'),
      emptyOutDir: true,
      // Inlined preload polyfills and data: assets would need a looser content security policy.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: here('renderer/index.html'),
          print: here('renderer/print.html'),
          bell: here('renderer/bell.html'),
        },
      },
    },
  },
});
