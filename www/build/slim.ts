// What a build does not need stays out of it: the layout of data files, and the team's sentences in the form's file.
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

export function slim(leaveOut: string[] = []): Plugin {
  return {
    name: 'kaohe-slim',
    enforce: 'pre',
    load(id) {
      const [file, query] = id.split('?');
      // A scheme's digest is over its content, so its line breaks carry nothing. As text a number keeps its digits.
      if (query !== 'raw' || !/\/schemes\/[^/]+\.json$/.test(file!)) return null;
      return `export default ${JSON.stringify(withoutLayout(readFileSync(file!, 'utf8')))}`;
    },
    transform(code, id) {
      if (/\/texts\/[^/]+\.json$/.test(id)) {
        return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(code) as object).filter(([group]) => !leaveOut.includes(group))));
      }
      return null;
    },
  };
}

/** Drops white space between tokens; strings, the only place where it means something, are matched whole and kept. */
export function withoutLayout(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}
