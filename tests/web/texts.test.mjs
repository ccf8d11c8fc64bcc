// Both tables hold the same keys and the same placeholders, and the engine says nothing that they lack.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './support.mjs';

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

// The engine's codes are read from its source: a release build holds no list of them.
test('every problem code has a message and a help, and no text is left over', () => {
  const source = read('src/problem.rs').toString();
  const codes = [...source.matchAll(/^\s*\w+ = "([a-z0-9-]+)" (?:Error|Warning);/gm)].map((match) => match[1]);
  assert.ok(codes.length > 20, 'src/problem.rs no longer lists its codes as this test expects');
  assert.deepEqual(Object.keys(tables.en.problems).sort(), [...codes].sort());
  for (const code of codes) assert.deepEqual(Object.keys(tables.en.problems[code]).sort(), ['help', 'message'], code);
});
