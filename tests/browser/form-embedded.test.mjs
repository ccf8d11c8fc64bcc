// The form in somebody else's page, as the package's README has it: whose form it is is what the page says now, and nothing is handed
// in under one person's number that was filled in for another.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { SCORES, TOTAL, saved } from './support/form.mjs';
import { changed, control, embedded, said, withForm } from './support/package-site.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const [[FIRST], [SECOND]] = SCORES;
const address = ({ scheme, subject, rater, role, period }) => ({ scheme: scheme.id, subject, rater, role, period });
const OF_README = { scheme: 's9-csr-form', subject: 'E001', rater: 'E002', role: 'peer', period: '2026-10' };
/** The same, of which the browser keeps nothing. */
const NO_DRAFT = {
  body: withForm(
    '<kaohe-form name="form" no-draft scheme="s9-csr-form" rater-role="peer" subject="E001" rater="E002" period="2026-10"></kaohe-form>',
  ),
};
const loaded = (page, subject) => page.see(say('form.intro'), subject);
const set = (page, properties) => page.evaluate((given) => void Object.assign(document.querySelector('kaohe-form'), given), properties);
const properties = (page) =>
  page.evaluate(() => {
    const { scheme, subject, rater, raterRole: role, period, subjectName, raterName } = document.querySelector('kaohe-form');
    return { scheme, subject, rater, role, period, subjectName, raterName };
  });

async function fillIn(page) {
  for (const [criterion, typed] of SCORES) await page.fill(criterion, typed, { exact: true });
  await page.see(say('form.nothingMissing'));
}

embedded('the HTML of the README starts, is filled in and hands in its form', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  const empty = await control(page);
  assert.deepEqual([empty.valid, empty.allValid, empty.why], [false, false, say('form.openCount', { count: SCORES.length })]);
  await changed(page, { complete: false });
  await fillIn(page);
  await changed(page, { complete: true, total: TOTAL, grade: 'B' });
  const full = await control(page);
  assert.deepEqual([full.valid, full.allValid, full.why, address(full.rating)], [true, true, '', OF_README]);

  await page.fill(FIRST, '99', { exact: true });
  await changed(page, { complete: false });
  const wrong = await control(page);
  assert.equal(wrong.valid, false);
  assert.ok(wrong.why.startsWith(FIRST), wrong.why);

  await page.fill(FIRST, '9', { exact: true });
  await changed(page, { complete: true });
  // Before that the page would ask whether it may be left.
  await saved(page);
  await page.evaluate(() => void setTimeout(() => document.querySelector('form > button').click()));
  while (site.handedIn.length === 0) await pause(20);
  assert.deepEqual(address(JSON.parse(site.handedIn[0].get('form')).rating), OF_README);
  page.quiet();
});

embedded('what goes with the form around it is not lost: nobody is asked before the page is left', NO_DRAFT, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await fillIn(page);
  await changed(page, { complete: true });
  await page.evaluate(() => void setTimeout(() => document.querySelector('form > button').click()));
  await page.until('for the form to be handed in', () => site.handedIn.length === 1);
  assert.deepEqual(address(JSON.parse(site.handedIn[0].get('form')).rating), OF_README);
});

const WAYS = {
  'a property': (page, subject) => set(page, { subject }),
  'an attribute': (page, subject) => page.evaluate((to) => document.querySelector('kaohe-form').setAttribute('subject', to), subject),
};
for (const [what, change] of Object.entries(WAYS)) {
  embedded(`another person by ${what}: another form, and the draft of the first is found again`, {}, async ({ page, site }) => {
    await page.goto(site.address);
    await loaded(page, 'E001');
    await fillIn(page);
    // Not saved yet when the page names somebody else.
    await page.fill(FIRST, '7', { exact: true });
    await change(page, 'E009');
    await loaded(page, 'E009');
    await changed(page, { complete: false });
    assert.equal(await page.value(FIRST, { exact: true }), '');
    assert.deepEqual(address((await control(page)).rating), { ...OF_README, subject: 'E009' });
    assert.deepEqual((await properties(page)).subject, 'E009');
    await page.fill(SECOND, '5', { exact: true });
    await saved(page);

    await change(page, 'E001');
    await loaded(page, 'E001');
    await changed(page, { complete: true });
    assert.equal(await page.value(FIRST, { exact: true }), '7');
    assert.deepEqual(address((await control(page)).rating), OF_README);
    page.quiet();
  });
}

embedded('from the first property on nothing is handed in that belongs to the form before', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await fillIn(page);
  await changed(page, { complete: true });
  const at = await page.evaluate(() => {
    const element = document.querySelector('kaohe-form');
    element.subject = 'E009';
    return { valid: element.checkValidity(), why: element.validationMessage, value: new FormData(element.form).get('form') };
  });
  assert.deepEqual(at, { valid: false, why: say('form.notReady'), value: null });
  await loaded(page, 'E009');
  // And back within one task: it is the same form, and stays.
  await set(page, { subject: 'E001' });
  await page.evaluate(() => {
    const element = document.querySelector('kaohe-form');
    element.subject = 'E009';
    element.subject = 'E001';
  });
  await loaded(page, 'E001');
  await changed(page, { complete: true });
  assert.equal((await control(page)).valid, true);
});

embedded('four properties in one task are one new form, also with pauses between them', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await page.evaluate(async () => {
    globalThis.said = [];
    const element = document.querySelector('kaohe-form');
    for (const [name, value] of [
      ['subject', 'E007'],
      ['rater', 'E008'],
      ['raterRole', 'superior'],
      ['period', '2026-09'],
    ]) {
      element[name] = value;
      await Promise.resolve();
    }
  });
  await loaded(page, 'E007');
  const asked = { ...OF_README, subject: 'E007', rater: 'E008', role: 'superior', period: '2026-09' };
  assert.deepEqual(
    (await said(page, 'kaohe-who')).map(({ role, subject, rater, period }) => [role, subject, rater, period]),
    [['superior', 'E007', 'E008', '2026-09']],
  );
  assert.deepEqual(address((await control(page)).rating), asked);
  // Two forms one after the other, the second before the first is there: the second wins.
  await page.evaluate(async () => {
    const element = document.querySelector('kaohe-form');
    element.subject = 'E010';
    await new Promise((later) => setTimeout(later));
    element.subject = 'E011';
  });
  await loaded(page, 'E011');
  assert.deepEqual(address((await control(page)).rating), { ...asked, subject: 'E011' });
  assert.deepEqual(await page.evaluate(keysInPage), []);
});

function keysInPage() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaohe', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'key' });
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAllKeys();
      reading.onsuccess = () => resolve(reading.result);
    };
  });
}

embedded('names that the page gives are in the form; those of another person are not', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await set(page, { subjectName: '王芳', raterName: '李雷' });
  await page.see('王芳', '李雷');
  const names = () =>
    page.evaluate(() =>
      (({ subjectName, raterName }) => ({ subjectName, raterName }))(JSON.parse(new FormData(document.forms[0]).get('form'))),
    );
  assert.deepEqual(await names(), { subjectName: '王芳', raterName: '李雷' });
  assert.deepEqual(await page.evaluate(keysInPage), []);

  // Names that came with a file go with its people.
  await set(page, { subjectName: null, raterName: null });
  const text = await page.evaluate(() => new FormData(document.forms[0]).get('form'));
  const file = JSON.parse(text);
  Object.assign(file, { subjectName: '赵六' });
  Object.assign(file.rating, { subject: 'E006' });
  const opened = await page.evaluate(
    (form) => document.querySelector('kaohe-form').open({ name: 'e006.json', bytes: new TextEncoder().encode(form) }),
    JSON.stringify(file),
  );
  assert.equal(opened, true);
  await loaded(page, 'E006');
  const now = await properties(page);
  assert.deepEqual([now.subject, now.subjectName], ['E006', '赵六']);
  assert.equal((await said(page, 'kaohe-who')).at(-1).subject, 'E006');
  assert.equal((await control(page)).rating.subject, 'E006');
  await set(page, { subject: 'E005' });
  await loaded(page, 'E005');
  await page.gone('赵六');
  assert.equal((await control(page)).rating.subject, 'E005');
});

embedded(
  'role is ARIA’s: it is nobody’s role as a rater',
  { body: withForm('<kaohe-form name="form" scheme="s9-csr-form" role="peer" subject="E001" rater="E002" period="2026-10"></kaohe-form>') },
  async ({ page, site }) => {
    await page.goto(site.address);
    await page.see(say('who.title'));
    const { valid, why, rating } = await control(page);
    assert.deepEqual([valid, why, rating], [false, say('who.title'), null]);
  },
);

embedded('what cannot be stored stays in the page when another form is asked for', NO_DRAFT, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await page.fill(FIRST, '7', { exact: true });
  await set(page, { subject: 'E009' });
  await loaded(page, 'E009');
  await page.see(say('form.aside', { title: '2026年10月 · E001 · 同事评分' }));
  assert.deepEqual(await page.axe(), []);
  await page.click('button', say('form.asideGoOn'));
  await loaded(page, 'E001');
  assert.equal(await page.value(FIRST, { exact: true }), '7');
  assert.equal((await properties(page)).subject, 'E001');
  await page.gone(say('form.asideGoOn'));
  assert.deepEqual(await page.evaluate(keysInPage), []);
  page.quiet();
});

embedded('a reset empties the form, and keeps whose it is', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await page.fill(FIRST, '7', { exact: true });
  await saved(page);
  await page.evaluate(() => document.forms[0].reset());
  await page.until(
    'for the score to go',
    async () => (await page.has('field', FIRST, { exact: true })) && (await page.value(FIRST, { exact: true })) === '',
  );
  assert.deepEqual(address((await control(page)).rating), OF_README);
  assert.deepEqual(await page.evaluate(keysInPage), []);
});

embedded('a form that the browser brings back does not win over the page', {}, async ({ page, site }) => {
  await page.goto(site.address);
  await loaded(page, 'E001');
  await page.fill(FIRST, '7', { exact: true });
  await saved(page);
  const state = await page.evaluate(draftInPage);
  const other = JSON.parse(state);
  other.file.rating.subject = 'E009';
  await page.evaluate((text) => document.querySelector('kaohe-form').formStateRestoreCallback(text, 'restore'), JSON.stringify(other));
  await page.see(say('form.aside', { title: '2026年10月 · E009 · 同事评分' }));
  await loaded(page, 'E001');
  assert.deepEqual(address((await control(page)).rating), OF_README);
});

function draftInPage() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaohe');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => resolve(reading.result[0].text);
    };
  });
}
