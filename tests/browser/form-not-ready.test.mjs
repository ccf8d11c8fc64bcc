// A form that is not there yet, or cannot be, is not a valid one: whoever embeds it is told so, and why, and whom to ask.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SCORES } from './support/form.mjs';
import { changed, control, embedded, said, withForm } from './support/package-site.mjs';
import { path } from './support/places.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const [[FIRST]] = SCORES;
const element = (attributes) => withForm(`<kaohe-form name="form" ${attributes}></kaohe-form>`);
const FULL = 'scheme="s9-csr-form" rater-role="peer" subject="E001" rater="E002" period="2026-10"';
const PROBLEMS = JSON.parse(readFileSync(path('texts/zh-CN.json'))).problems;
/** A problem's message up to what is filled in last. */
const problem = (code, params) =>
  PROBLEMS[code].message.replace(/`([^`]*)`/g, '“$1”').replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);

/** Invalid, and says this; nothing to hand in; told so by the event. */
async function isNot(page, why) {
  let said = '';
  await page.until(
    `for the element to say ${why}`,
    async () => (said = (await control(page)).why).includes(why),
    () => `it says: ${said}`,
  );
  const { valid, allValid, rating } = await control(page);
  assert.deepEqual([valid, allValid, rating], [false, false, null]);
  await changed(page, { complete: false });
}

embedded('while the engine is on its way the form is not valid, and then it is there', {}, async ({ page, site }) => {
  let arrive;
  site.wasm = new Promise((resolve) => (arrive = resolve));
  await page.goto(site.address);
  await page.see(say('app.loading'));
  await isNot(page, say('form.notReady'));
  arrive(200);
  await page.see(say('form.intro'), 'E001');
  assert.equal((await control(page)).why, say('form.openCount', { count: SCORES.length }));
  page.quiet();
});

embedded('what is typed into a draft before the engine is there counts', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await page.see(say('form.intro'), 'E001');
  for (const [criterion, typed] of SCORES.slice(1)) await page.fill(criterion, typed, { exact: true });
  await page.see(say('store.saved', { time: '' }).trim());
  let arrive;
  site.wasm = new Promise((resolve) => (arrive = resolve));
  await page.reload();
  await page.see(say('form.intro'), 'E001');
  await isNot(page, say('form.notReady'));
  await page.fill(FIRST, '9', { exact: true });
  arrive(200);
  await changed(page, { complete: true });
  assert.equal((await control(page)).rating.scores.find(({ criterion }) => criterion === 'goal').score, '9');
});

embedded('an engine file that is not there is named, with its address', { wasm: 404 }, async ({ page, site }) => {
  await page.goto(site.address);
  const sentence = say('app.engineFailed', { why: say('app.engineNotFound', { address: site.wasmAddress, status: '404' }) });
  await page.see(sentence);
  await isNot(page, sentence);
  const [error, ...more] = await said(page, 'kaohe-error');
  assert.deepEqual([error.reason, error.address, error.status, more], ['engine-not-found', site.wasmAddress, 404, []]);
  const lines = page.complaints.filter((line) => line.startsWith('kaohe:'));
  assert.deepEqual(lines, [`kaohe: engine-not-found: engine file not found: ${site.wasmAddress} answered HTTP 404`]);
  // It is put there, and the person tries again.
  site.wasm = 200;
  await page.click('button', say('app.retry'));
  await page.see(say('form.intro'), 'E001');
});

const POLICIES = {
  'does not let the engine run': {
    policy: "default-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'",
    sentence: () => say('app.enginePolicyScript'),
  },
  'does not let the engine file be fetched': {
    policy: "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src data:; connect-src 'none'",
    sentence: ({ wasmAddress }) => say('app.enginePolicyConnect', { address: wasmAddress }),
  },
};
for (const [what, { policy, sentence }] of Object.entries(POLICIES)) {
  embedded(`a content policy that ${what} is named`, { policy }, async ({ page, site }) => {
    await page.goto(site.address);
    await page.see(sentence(site));
    await isNot(page, sentence(site));
    assert.deepEqual(
      (await said(page, 'kaohe-error')).map(({ reason }) => reason),
      ['blocked-by-policy'],
    );
    assert.equal(page.complaints.filter((line) => line.startsWith('kaohe: blocked-by-policy: ')).length, 1);
  });
}

const REFUSED = {
  'an unknown scheme': [FULL.replace('s9-csr-form', 'nobodys'), say('form.schemeUnknown', { id: 'nobodys' })],
  'an unknown role': [FULL.replace('peer', 'aunt'), problem('unknown-role', { role: 'aunt' })],
  'a period of another kind': [
    FULL.replace('2026-10', '2026-Q4'),
    problem('period-kind', { period: '2026年第4季度', expected: '月' }).split('，')[0],
  ],
  'a period that is none': [FULL.replace('2026-10', '2026-13'), '2026-13'],
  'a peer who is the subject': [FULL.replace('E002', 'E001'), problem('not-self', { rater: 'E001', role: 'peer' })],
  'no period': [FULL.replace(/ period.*/, ''), say('who.title')],
  'no subject': [FULL.replace(' subject="E001"', ''), say('who.title')],
  'nothing at all': ['', say('who.title')],
};
for (const [what, [attributes, why]] of Object.entries(REFUSED)) {
  embedded(
    `${what} is no form`,
    { body: element(attributes) },
    async ({ page, site }) => {
      await page.goto(site.address);
      await page.see(say('who.title'));
      await page.see(why);
      await isNot(page, why);
      // And it can be mended: whatever was left out or refused is asked.
      await page.choose(say('who.scheme'), 's9-csr-form');
      await page.click('choice', '同事评分');
      await page.fill(say('who.subject'), 'E001');
      await page.fill(say('who.rater'), 'E002');
      await page.click('button', say('who.begin'));
      await page.see(say('form.intro'));
      const { rating } = await control(page);
      assert.deepEqual([rating.scheme.id, rating.role, rating.subject, rating.rater], ['s9-csr-form', 'peer', 'E001', 'E002']);
      assert.match(rating.period, /^\d{4}-\d\d$/);
      page.quiet();
    },
    what === 'an unknown role' ? {} : { browsers: ['Chromium'] },
  );
}

embedded(
  'a scheme that is opened later is found',
  { body: element(FULL.replace('s9-csr-form', 'ours')) },
  async ({ page, site }) => {
    await page.goto(site.address);
    await page.see(say('form.schemeUnknown', { id: 'ours' }));
    const scheme = { ...JSON.parse(readFileSync(path('schemes/s9-csr-form.json'))), id: 'ours' };
    delete scheme.$schema;
    assert.equal(
      await page.evaluate(async (text) => (await (await import('kaohe/form.js')).openScheme(text)).ok, JSON.stringify(scheme)),
      true,
    );
    await page.see(say('form.intro'), 'E001');
  },
  { browsers: ['Chromium'] },
);

embedded(
  'readonly in plain HTML starts, is not validated, and hands in nothing',
  { body: element(`${FULL} readonly`) },
  async ({ page, site }) => {
    await page.goto(site.address);
    await page.see(say('form.readOnly'), 'E001');
    const { valid, allValid, rating } = await control(page);
    assert.deepEqual([valid, allValid, rating], [true, true, null]);
    assert.equal(await page.evaluate(() => document.querySelector('kaohe-form').willValidate), false);
    await changed(page, { complete: false });
    assert.deepEqual(await said(page, 'kaohe-error'), []);
    page.quiet();
  },
);
