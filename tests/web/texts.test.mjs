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

// Codes are read from the sources: a release build holds no list of them, and the pages have a few of their own.
function found(folder, ending, pattern) {
  const files = readdirSync(path(folder), { recursive: true }).filter((name) => name.endsWith(ending));
  return [...new Set(files.flatMap((name) => [...read(`${folder}/${name}`).toString().matchAll(pattern)].map((match) => match[1])))].sort();
}

test('every problem code has a message and a help, and no text is left over', () => {
  const engine = found('src', 'code.rs', /^\s*\w+ = "([a-z0-9-]+)" (?:Error|Warning);/gm);
  assert.ok(engine.length > 20, 'src/base/problem/code.rs no longer lists its codes as this test expects');
  const pages = found('www/src', '.ts', /\bcode: '([a-z0-9-]+)'/g);
  const codes = [...new Set([...engine, ...pages])].sort();
  assert.deepEqual(Object.keys(tables.en.problems).sort(), codes);
  for (const code of codes) assert.deepEqual(Object.keys(tables.en.problems[code]).sort(), ['help', 'message'], code);
});

test('every step of a derivation has its words, and no words are left over', () => {
  const codes = found('src', '.rs', /\b(?:Step::new|about|sum)\(\s*"([a-z0-9-]+)"/g);
  assert.ok(codes.length > 10, 'src no longer makes its steps as this test expects');
  assert.deepEqual(Object.keys(tables.en.steps).sort(), codes);
});
