// Every document of tests/refusals once more: by the built package under node, and on the command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { refusals } from './refused.mjs';
import { loadEngine, path, read } from './support.mjs';

const cases = refusals();
assert.ok(cases.length > 700, `only ${cases.length} documents were found`);
const engine = await loadEngine();

const placed = ({ code, pointer }) => `${code} ${pointer}`;

/** What the package says of a document, read as the expectation has it. */
function answered({ bytes: document, what }) {
  const bytes = new Uint8Array(document);
  if (what === 'scheme') return engine.checkScheme(bytes);
  if (what === 'form') return engine.readForm(bytes);
  const book = new engine.Workbook(bytes);
  try {
    return book.open();
  } finally {
    book.free();
  }
}

test('the package refuses each mistake with its code and place, and nothing else', () => {
  const wrong = [];
  for (const one of cases) {
    const answer = answered(one);
    const said = answer.problems
      .filter(({ severity }) => severity === 'error')
      .map(placed)
      .sort();
    const wanted = one.problems.map(placed).sort();
    if (said.join() !== wanted.join() || answer.ok !== (wanted.length === 0)) wrong.push({ name: one.name, wanted, said });
  }
  assert.deepEqual(wrong, []);
});

test('the edits make the documents here that they make in Rust', () => {
  const digest = createHash('sha256');
  for (const { name, what, bytes } of cases.filter(({ edited }) => edited)) digest.update(`${name} ${what} `).update(bytes);
  assert.equal(digest.digest('hex'), String(read('tests/refusals/documents.sha256')).trim());
});

test('the table of the README names cases that are there', () => {
  const table = String(read('tests/refusals/README.md'))
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const named = table
    .flatMap((row) => row.match(/`(text|number|scheme|form|workbook|accepted|\*)\/[^`]+`/g) ?? [])
    .map((name) => name.slice(1, -1));
  assert.ok(named.length > 150, `only ${named.length} names were found`);
  const pattern = (name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  assert.deepEqual(
    named.filter((name) => !cases.some((one) => pattern(name).test(one.name))),
    [],
  );
});

const folder = mkdtempSync(join(tmpdir(), 'kaohe-refusals-'));
after(() => rmSync(folder, { recursive: true }));
const binary = `${process.env.CARGO_TARGET_DIR ?? path('target')}/release/kaohe`;

test('the command line refuses each mistake with status 1, prints nothing, and says where', () => {
  const wrong = [];
  for (const { name, what, bytes, problems } of cases) {
    // A form has no command of its own: it comes in with a merge.
    if (what === 'form') continue;
    const file = join(folder, `${name.replace('/', '-')}.json`);
    writeFileSync(file, bytes);
    const words = [what === 'scheme' ? 'check' : 'appraise', file, '--lang', 'en'];
    const { status, stdout, stderr } = spawnSync(binary, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const refused = status === 1 && stdout === '' && stderr.includes(file);
    const taken = status === 0 && stdout !== '';
    if (!(problems.length > 0 ? refused : taken)) wrong.push({ name, status, stderr: stderr.slice(0, 300) });
  }
  assert.deepEqual(wrong, []);
});
