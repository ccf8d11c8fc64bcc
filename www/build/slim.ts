// What a single file does not need stays out of it: the layout of data files, the samples, and the team's sentences in the
// form's file. What is left of the data goes in packed, like the engine.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { unpacked } from './packing.ts';

/** What only the team's pages say. */
export const TEAM = ['team', 'open', 'spreadsheet', 'follow', 'indicators', 'feedback', 'register', 'resultsBook'];

export function slim(root: string, leaveOut: string[] = []): Plugin {
  const [texts, schemes, schemas] = [resolve(root, '../texts'), resolve(root, '../schemes'), resolve(root, '../schemas')];
  return {
    name: 'kaohe-slim',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('/src/app/samples.ts')) return 'export const samples = [];';
      const [sample] = /^.*\/samples\/.*\.json(?=\?raw$)/.exec(id) ?? [];
      if (sample !== undefined) return `${packed({ sample: withoutLayout(readFileSync(sample, 'utf8')) })} export default sample;`;
      if (!id.endsWith('/src/kit/shipped.ts')) return null;
      for (const folder of [texts, schemes, schemas]) this.addWatchFile(folder);
      return packed({
        zh: table(resolve(texts, 'zh-CN.json'), leaveOut),
        en: table(resolve(texts, 'en.json'), leaveOut),
        parameters: table(resolve(schemas, 'parameters.json'), []),
        // A scheme's digest is over its content, so its line breaks carry nothing. As text a number keeps its digits.
        schemes: Object.fromEntries(jsonFiles(schemes).map((name) => [name, withoutLayout(readFileSync(resolve(schemes, name), 'utf8'))])),
      });
    },
  };
}

function table(file: string, leaveOut: string[]): object {
  return Object.fromEntries(
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object).filter(([group]) => !leaveOut.includes(group)),
  );
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** A module with the same exports, read from one packed piece of text when it is first needed. */
function packed(data: { [name: string]: object | string }): string {
  const bytes = Buffer.from(JSON.stringify(data));
  return `${unpacked(bytes)}
    const data = JSON.parse(new TextDecoder().decode(unpacked()));
    export const { ${Object.keys(data).join(', ')} } = data;`;
}

/** Drops white space between tokens; strings, the only place where it means something, are matched whole and kept. */
export function withoutLayout(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}
