// One source, four builds: the served site, the two single files, and the element for the npm package.
import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { engines, type Carrier } from './build/engine.ts';
import { fallback } from './build/fallback.ts';
import { policy } from './build/policy.ts';
import { slim, TEAM } from './build/slim.ts';

const root = import.meta.dirname;
const page = (name: string): string => resolve(root, `${name}.html`);

/** A worker starts from bytes it is sent, so in every build it carries none. */
const base = (carrier: Carrier): UserConfig => ({
  root,
  base: './',
  plugins: [engines(carrier, root), fallback(root)],
  worker: { format: 'iife', plugins: () => [engines('given', root)] },
  // The floor that the wasm sets: see the engine's README.
  build: { target: ['chrome97', 'firefox102', 'safari16.4'], emptyOutDir: false, modulePreload: false },
});

export default defineConfig(({ mode }): UserConfig => {
  switch (mode) {
    case 'form':
    case 'workbench': {
      const config = base('inline');
      config.plugins!.push(slim(root, mode === 'form' ? TEAM : []), viteSingleFile({ removeViteModuleLoader: true }), policy('single'));
      config.build = { ...config.build, outDir: 'dist-single', rolldownOptions: { input: page(mode) } };
      return config;
    }
    case 'element': {
      const config = base('given');
      config.plugins!.push(slim(root, TEAM));
      config.build = {
        ...config.build,
        outDir: resolve(root, '../pkg/element'),
        emptyOutDir: true,
        copyPublicDir: false,
        lib: { entry: resolve(root, 'src/form/element.ts'), formats: ['es'], fileName: () => 'kaohe-form.js' },
        rolldownOptions: { output: { codeSplitting: false } },
      };
      return config;
    }
    default: {
      const config = base('url');
      config.plugins!.push(policy('served'));
      config.build = {
        ...config.build,
        outDir: 'dist',
        emptyOutDir: true,
        rolldownOptions: { input: ['index', 'form', 'workbench'].map(page) },
      };
      return config;
    }
  }
});
