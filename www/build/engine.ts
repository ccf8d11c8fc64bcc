// How the engines get into a build: the form's for the page, the workbench's for its worker. wasm-pack's output is an ES module whose state dies with a trap; a page cannot
// evaluate an inlined module twice and our CSP forbids loading one from a blob. So the module is turned into a function:
// calling it again is the fresh import.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { unpacked } from './packing.ts';

export type Carrier = 'url' | 'inline' | 'given';

/** Module by module, where in `pkg/` its engine lies; with `-bytes` behind it the module gives the wasm. */
const ENGINES = new Map([
  ['virtual:kaohe-form-engine', 'form-engine/kaohe_form'],
  ['virtual:kaohe-workbench-engine', 'engine/kaohe'],
]);

export function engines(carrier: Carrier, root: string): Plugin {
  const built = (id: string): string | undefined => {
    const name = ENGINES.get(id.replace(/^\0/, '').replace(/-bytes$/, ''));
    return name && resolve(root, '../pkg', name);
  };
  return {
    name: 'kaohe-engines',
    resolveId: (id) => (built(id) === undefined ? null : `\0${id}`),
    load(id) {
      const name = id.startsWith('\0') ? built(id) : undefined;
      if (name === undefined) return null;
      const script = `${name}.js`;
      if (!existsSync(script)) this.error(`${script} is missing: build the engines first (see README)`);
      if (id.endsWith('-bytes')) return bytesModule(carrier, `${name}_bg.wasm`, root);
      this.addWatchFile(script);
      const source = readFileSync(script, 'utf8');
      return asFunction(source, this.parse(source) as unknown as Program);
    },
  };
}

function bytesModule(carrier: Carrier, wasm: string, root: string): string {
  switch (carrier) {
    // Decoded here and not fetched: a data: URL would count as a connection, which the policy forbids.
    case 'inline':
      return `${unpacked(readFileSync(wasm))}
        export const readEngineBytes = async () => unpacked();`;
    case 'url':
      return `import url from ${JSON.stringify(`${wasm}?url`)};
        import { fetchEngine } from ${JSON.stringify(resolve(root, 'src/engine/engine-file.ts'))};
        export const readEngineBytes = () => fetchEngine(url);`;
    case 'given':
      return `export const readEngineBytes = async () => { throw new Error('no engine file was named'); };`;
  }
}

interface Node {
  type: string;
  start: number;
  end: number;
  source?: unknown;
  declaration?: (Node & { id?: { name: string } }) | null;
  specifiers?: { local: { name: string }; exported: { name?: string; value?: string } }[];
}
interface Program {
  body: Node[];
}

/** `export`s become properties of one returned object; everything else stays as generated. */
export function asFunction(source: string, program: Program): string {
  const exported: string[] = [];
  let body = '';
  let from = 0;
  for (const node of program.body) {
    if (node.type.startsWith('Import') || (node.type.startsWith('Export') && node.source))
      throw new Error('the generated module imports another: teach www/build/engine.ts');
    if (!node.type.startsWith('Export')) continue;
    const name = node.declaration?.id?.name;
    body += source.slice(from, node.start);
    if (node.type === 'ExportDefaultDeclaration') throw new Error('unexpected default declaration in the generated module');
    if (node.declaration && name !== undefined) {
      body += source.slice(node.declaration.start, node.end);
      exported.push(`${name}: ${name}`);
    }
    for (const one of node.specifiers ?? []) exported.push(`${JSON.stringify(one.exported.name ?? one.exported.value)}: ${one.local.name}`);
    from = node.end;
  }
  body += source.slice(from);
  // The generated default path to the wasm file would make the bundler copy it; the bytes are always given.
  body = body.replace(/new URL\((['"])[^'"]*\.wasm\1,\s*import\.meta\.url\)/g, 'undefined');
  return `export function newEngineModule() {\n${body}\nreturn { ${exported.join(', ')} };\n}`;
}
