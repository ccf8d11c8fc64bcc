// Every document of tests/refusals once more: by the built package under node, and on the command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { list, loadEngine, path, read } from './support.mjs';

const documents = list('tests/refusals');
assert.ok(documents.length > 700, `only ${documents.length} documents were found`);
const engine = await loadEngine();

const expectation = (document) => JSON.parse(read(document.replace(/\.json$/, '.expect')));
const placed = ({ code, pointer }) => `${code} ${pointer}`;

/** What the package says of a document, read as the expectation has it. */
function answered(document, what) {
  const bytes = new Uint8Array(read(document));
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
  for (const document of documents) {
    const { what, problems } = expectation(document);
    const answer = answered(document, what);
    const said = answer.problems.filter(({ severity }) => severity === 'error').map(placed).sort();
    const wanted = problems.map(placed).sort();
    if (said.join() !== wanted.join() || answer.ok !== (wanted.length === 0)) wrong.push({ document, wanted, said });
  }
  assert.deepEqual(wrong, []);
});

const binary = `${process.env.CARGO_TARGET_DIR ?? path('target')}/release/kaohe`;

test('the command line refuses each mistake with status 1, prints nothing, and says where', () => {
  const wrong = [];
  for (const document of documents) {
    const { what, problems } = expectation(document);
    // A form has no command of its own: it comes in with a merge.
    if (what === 'form') continue;
    const words = [what === 'scheme' ? 'check' : 'appraise', path(document), '--lang', 'en'];
    const { status, stdout, stderr } = spawnSync(binary, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const refused = status === 1 && stdout === '' && stderr.includes(document.split('/').pop());
    const taken = status === 0 && stdout !== '';
    if (!(problems.length > 0 ? refused : taken)) wrong.push({ document, status, stderr: stderr.slice(0, 300) });
  }
  assert.deepEqual(wrong, []);
});
