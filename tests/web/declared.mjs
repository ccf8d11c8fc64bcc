// Holds JSON against the types that the package declares, by the compiler of the pages: a value is put into a variable of
// its type, where a key that the type does not have, one that is missing and a null are each a mistake.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path, read } from './support.mjs';

const OPTIONS = [
  '--noEmit',
  '--pretty',
  'false',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--target',
  'es2022',
  '--module',
  'esnext',
  '--moduleResolution',
  'bundler',
  '--lib',
  'esnext,dom,dom.iterable,webworker.importscripts',
  '--types',
  '',
];

/** The declarations of both engines, by the name under which a file of types imports them. */
export const declarations = () => ({
  kaohe: read('pkg/engine/kaohe.d.ts').toString(),
  form: read('pkg/form-engine/kaohe_form.d.ts').toString(),
});

/** What the compiler finds wrong with these lines beside these declarations. */
export async function mistakesIn(lines, declared = declarations()) {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-held-'));
  try {
    for (const [name, text] of Object.entries(declared)) writeFileSync(join(folder, `${name}.d.ts`), text);
    const imports = Object.keys(declared).map((name) => `import type * as ${name} from './${name}';`);
    writeFileSync(join(folder, 'held.ts'), [...imports, ...lines].join('\n'));
    return await compiled(join(folder, 'held.ts'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Values by the type that each is to have. */
export class Held {
  byType = new Map();
  /** Every text that a type names. */
  words = new Set(Object.values(declarations()).flatMap((text) => [...text.matchAll(/"([^"]*)"/g)].map(([, word]) => word)));

  put(type, value) {
    if (!this.byType.has(type)) this.byType.set(type, new Set());
    this.byType.get(type).add(JSON.stringify(alike(value, this.words)));
    return value;
  }

  /** Lines that compile if every value is of its type; of all types, or of some. */
  lines(isAsked = () => true) {
    const types = [...this.byType].filter(([type]) => isAsked(type));
    return types.flatMap(([type, texts], of) => [...texts].map((text, at) => `export const value${of}_${at}: ${type} = ${text};`));
  }
}

/**
 * A value with all that its type can tell apart: a text that no type names is any text, a number any number, and of the items
 * of a list that are then alike one stays. So thousands of people are a few, and the compiler takes seconds.
 */
function alike(value, words) {
  if (typeof value === 'string') return words.has(value) ? value : '…';
  if (typeof value === 'number') return 1;
  if (Array.isArray(value))
    return [...new Map(value.map((item) => alike(item, words)).map((item) => [JSON.stringify(item), item])).values()];
  if (value === null || typeof value === 'boolean') return value;
  // JSON text would hide a key that holds undefined, and what an object is.
  if (value === undefined || Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`no JSON: ${String(value)}`);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, alike(member, words)]));
}

function compiled(file) {
  return new Promise((resolve, reject) => {
    const compiler = path('node_modules/typescript/bin/tsc');
    execFile(process.execPath, [compiler, ...OPTIONS, file], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error !== null && stdout === '') reject(new Error(stderr, { cause: error }));
      else resolve(stdout.split('\n').filter((line) => line.includes('error TS')));
    });
  });
}
