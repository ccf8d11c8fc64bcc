// The types that the package declares are those of what the engine answers: every answer about every sample, and about every
// document that is refused, is put into a variable of its declared type and given to the compiler.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { askWorkbook } from './asked-workbooks.mjs';
import { questions, watched } from './asked.mjs';
import { Held, declarations, mistakesIn } from './declared.mjs';
import { refusals } from './refused.mjs';
import { list, loadEngine, loadFormEngine, read } from './support.mjs';

const FILES = { 'kaohe-scheme': 'Scheme', 'kaohe-workbook': 'WorkbookFile', 'kaohe-form': 'FormFile' };

describe('what the package declares', () => {
  const held = new Held();
  const asked = new Set();
  let engine;
  before(async () => {
    engine = await loadEngine();
    const watching = watched(engine, 'kaohe', held, asked);
    for (const name of ['samples', 'schemes', 'tests/data'].flatMap(list)) askFile(watching, read(name));
    for (const { bytes } of refusals()) askAnything(watching, bytes);
    for (const text of ['9.5', ' ８．５ ', '1e3', '']) watching.readNumber(text);
    const form = watched(await loadFormEngine(), 'form', held, new Set());
    for (const name of list('schemes')) form.checkScheme(read(name));
  });

  function askFile(watching, bytes) {
    const { ok, value } = askAnything(watching, bytes);
    if (!ok) return;
    if (FILES[value.format]) held.put(`kaohe.${FILES[value.format]}`, JSON.parse(bytes));
    if (value.format === 'kaohe-workbook') askWorkbook(watching, held, bytes);
  }

  function askAnything(watching, bytes) {
    for (const call of ['checkScheme', 'readForm', 'writeForm', 'readReply', 'readSheet', 'fingerprint']) watching[call](bytes);
    const book = new watching.Workbook(bytes);
    book.open();
    book.add('file.json', bytes);
    book.free();
    return watching.identify(bytes);
  }

  test('every question was asked', () => {
    watched(engine, 'kaohe', held, asked).engineVersion();
    assert.deepEqual([...asked].sort(), questions(engine).sort());
  });

  test('is what it answers, and what stands in its files', async () => {
    const mistakes = await mistakesIn(held.lines());
    assert.deepEqual(mistakes.slice(0, 10), [], `${mistakes.length} mistakes`);
  });

  test('a declaration that promises too much, or too little, is found', async () => {
    const { kaohe, form } = declarations();
    const wrongs = [
      ['interface CriterionScore', /\broles\?:/, 'roles:'],
      ['interface Step', /\bparams\?: Params;/, ''],
      ['interface Standing', /\btotal\?: \w+;/, 'total?: boolean;'],
      ['interface Verification', /\bok: boolean;/, 'ok: boolean | null; okay: boolean;'],
    ];
    let wrong = kaohe;
    for (const [declaration, was, becomes] of wrongs) wrong = changed(wrong, declaration, was, becomes);
    const mistakes = await mistakesIn(
      held.lines((type) => /'(appraise|explain|standings|verify)'/.test(type)),
      { kaohe: wrong, form },
    );
    for (const [what, code] of Object.entries({ roles: 'TS2741', params: 'TS2353', string: 'TS2322', okay: 'TS2741' })) {
      assert.ok(
        mistakes.some((line) => line.includes(code) && line.includes(what)),
        `${what}: ${mistakes.slice(0, 5).join('\n')}`,
      );
    }
  });

  function changed(text, declaration, was, becomes) {
    const from = text.indexOf(`export ${declaration} `);
    const to = text.indexOf('\n}\n', from);
    assert.match(text.slice(from, to), was, declaration);
    return text.slice(0, from) + text.slice(from, to).replace(was, becomes) + text.slice(to);
  }
});

describe('the names of the types', () => {
  const names = (text) => [...text.matchAll(/^export (?:declare )?(?:interface|type|class|function) (\w+)/gm)].map(([, name]) => name);

  /** Those that mean something where nothing is imported. */
  async function ownAmong(found) {
    const lines = found.map((name, at) => `export type Own${at} = ${name};`);
    const unknown = await mistakesIn(lines, {});
    return found.filter((name) => !unknown.some((line) => /TS2304|TS2552/.test(line) && line.includes(`'${name}'`)));
  }

  for (const [engine, text] of Object.entries(declarations())) {
    test(`of ${engine} are each of one thing`, () => {
      const found = names(text);
      assert.ok(found.length > 50, `only ${found.length}`);
      assert.deepEqual(
        found.filter((name, at) => found.indexOf(name) !== at),
        [],
      );
    });

    test(`of ${engine} hide none of JavaScript's own`, async () => {
      assert.deepEqual(await ownAmong(names(text)), []);
      assert.deepEqual(await ownAmong(['Scheme', 'Date']), ['Date']);
    });
  }

  test('a number that a file may hold as a number or as text is answered as text', async () => {
    const calls = [...declarations().kaohe.matchAll(/\): (.*Answer<.*>);$/gm)].map(([, type]) =>
      type.replace(/\b(?!Answer\b|AsWritten\b)([A-Z]\w*)/g, 'kaohe.$1').replace(/\b(Answer|AsWritten)</g, 'kaohe.$1<'),
    );
    assert.ok(calls.length > 20);
    const written = (type, at) => `export const written${at} = (answer: ${type}): kaohe.AsWritten<${type}> => answer;`;
    assert.deepEqual(await mistakesIn(calls.map(written)), []);
    assert.equal((await mistakesIn([written('kaohe.WorkbookFile', 0)])).length, 1);
  });
});
