// Both tables hold the same keys and the same placeholders, and the engine says nothing that they lack.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { path, read } from './support.mjs';

const tables = { 'zh-CN': JSON.parse(read('texts/zh-CN.json')), en: JSON.parse(read('texts/en.json')) };

/** `group.key…` → sentence. */
function flat(value, path = '') {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}

const sentences = Object.fromEntries(Object.entries(tables).map(([language, table]) => [language, new Map(flat(table))]));
const placeholders = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('both languages have the same keys', () => {
  assert.deepEqual([...sentences.en.keys()].sort(), [...sentences['zh-CN'].keys()].sort());
});

test('no sentence is empty', () => {
  for (const [language, table] of Object.entries(sentences)) {
    for (const [key, sentence] of table) assert.notEqual(sentence.trim(), '', `${language} ${key}`);
  }
});

test('a sentence names the same things in both languages', () => {
  const unequal = [];
  for (const [key, chinese] of sentences['zh-CN']) {
    const named = (sentence) => [...new Set(placeholders(sentence ?? ''))].join(', ');
    if (named(chinese) !== named(sentences.en.get(key))) unequal.push(`${key}: {${named(chinese)}} and {${named(sentences.en.get(key))}}`);
  }
  assert.deepEqual(unequal, []);
});

// What the engine says is declared in its sources, from which this table is generated; the pages have a few codes of their own.
const declared = JSON.parse(read('schemas/parameters.json'));

/** Codes that stand in the pages' sources. */
function ofPages() {
  const files = readdirSync(path('www/src'), { recursive: true }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    [
      ...read(`www/src/${name}`)
        .toString()
        .matchAll(/\bcode: '([a-z0-9-]+)'/g),
    ].map((match) => match[1]),
  );
}

test('every problem code has a message and a help, and no text is left over', () => {
  const codes = [...new Set([...Object.keys(declared.problems), ...ofPages()])].sort();
  assert.ok(codes.length > 20, 'schemas/parameters.json no longer lists the codes as this test expects');
  assert.deepEqual(Object.keys(tables.en.problems).sort(), codes);
  for (const code of codes) assert.deepEqual(Object.keys(tables.en.problems[code]).sort(), ['help', 'message'], code);
});

test('every step of a derivation has its words, and no words are left over', () => {
  assert.deepEqual(Object.keys(tables.en.steps).sort(), Object.keys(declared.steps).sort());
});

test('a sentence names only parameters that its code declares', () => {
  const sentences = [
    ...Object.entries(declared.problems).map(([code, parameters]) => [code, Object.values(tables.en.problems[code]).join(' '), parameters]),
    ...Object.entries(declared.steps).map(([code, parameters]) => [code, tables.en.steps[code], parameters]),
  ];
  const unknown = sentences.flatMap(([code, sentence, parameters]) =>
    placeholders(sentence)
      .filter((name) => !(name in parameters))
      .map((name) => `${code} {${name}}`),
  );
  assert.deepEqual(unknown, []);
});

test('what may be left out is named in a part of its own', () => {
  const bare = (sentence) => placeholders(sentence.replace(/\[[^\]]*\]/g, ''));
  const sentences = [
    ...Object.entries(declared.problems).map(([code, parameters]) => [code, tables.en.problems[code], parameters]),
    ...Object.entries(declared.steps).map(([code, parameters]) => [code, { step: tables.en.steps[code] }, parameters]),
  ];
  const wrong = sentences.flatMap(([code, parts, parameters]) =>
    Object.values(parts)
      .flatMap(bare)
      .filter((name) => parameters[name]?.endsWith('?'))
      .map((name) => `${code} {${name}}`),
  );
  assert.deepEqual(wrong, []);
});
