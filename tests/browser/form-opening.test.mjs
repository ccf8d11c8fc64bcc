// A form is begun, and its files are opened again: the empty one, an older one, the same one, a damaged one. What was typed is never
// replaced unasked. On the way: Enter goes to the next score, the keyboard is never lost, a file says in its name what it holds.
import assert from 'node:assert/strict';
import { COMMENT, SCORES, SUBJECT, address as whoRatesWhom, saved, seeFigures } from './support/form.mjs';
import { focused, type } from './support/keyboard.mjs';
import { crosswise, everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const [[FIRST, TYPED]] = SCORES;
const SCHEME = '客户服务代表绩效评估表';
const until = (page, name) => page.until(`for the keyboard on ${name}`, async () => (await focused(page)).startsWith(name));
/** A sentence up to the first thing that is filled in late. */
const before = (key, params) => say(key, { ...params, date: '\n' }).split('\n')[0];

crosswise('open the files of a form that was begun', async ({ page, address, browser }) => {
  await page.goto(await address('form'));
  await whoRatesWhom(page);
  await until(page, SCHEME);
  const empty = await exportAnyway(page);
  assert.match(empty.name, /^评分表_\d{4}-\d\d_王芳_E001_自我评分_E001_未完成\.json$/);
  await fillByEnter(page);

  await goesOn(page, empty, before('form.whichOnDesk', { scores: SCORES.length, comments: 1 }));
  const full = await exportInSight(page);
  assert.match(full.name, /^评分表_\d{4}-\d\d_王芳_E001_自我评分_E001\.json$/);
  await page.fill(FIRST, '9', { exact: true });
  await saved(page);

  const later = await browser.newPage();
  await later.goto(await address('form'));
  await later.see(say('start.drafts'));
  await goesOn(later, empty, before('form.whichInStore', { scores: SCORES.length, comments: 1 }));
  await asksWhich(later, full);
  await beginsAnew(later, empty);
  later.quiet();
});

/** From the first score to the remark, without touching anything but digits and Enter. */
async function fillByEnter(page) {
  await (await page.find('field', FIRST, { exact: true })).evaluate((one) => one.focus());
  for (const [at, [, typed]] of SCORES.entries()) {
    await type(page, typed);
    await page.press('Enter');
    await until(page, SCORES[at + 1]?.[0] ?? say('form.remark'));
  }
  await type(page, COMMENT);
  await page.see(say('form.nothingMissing'));
  await seeFigures(page);
  await saved(page);
}

async function exportAnyway(page) {
  await page.click('button', say('form.export'));
  const file = await page.download(() => page.click('button', say('form.exportAnyway')));
  await page.see(say('form.exported', { name: file.name }));
  await until(page, say('form.export'));
  return file;
}

/** That it was exported is said where the button is. */
async function exportInSight(page) {
  const file = await page.download(() => page.click('button', say('form.export')));
  await page.see(say('form.exported', { name: file.name }));
  const button = await page.find('button', say('form.export'));
  const apart = await button.evaluate((one) => {
    const said = one.closest('.panel').querySelector('[role=status]').getBoundingClientRect();
    return [said.top - one.getBoundingClientRect().bottom, innerHeight - said.bottom];
  });
  assert.ok(apart[0] < 120 && apart[1] > 0, `${apart[0]} px below the button, ${apart[1]} px above the lower edge`);
  return file;
}

/** An empty form takes nothing away. */
async function goesOn(page, empty, holds) {
  await page.drop([empty], 'kaohe-app');
  await page.see(say('form.goesOn', { name: empty.name }), holds);
  assert.deepEqual(await page.axe(), []);
  assert.ok(['9', TYPED].includes(await page.value(FIRST, { exact: true })));
  assert.equal(await page.value(say('form.remark')), COMMENT);
}

async function asksWhich(page, full) {
  await page.drop([full], 'kaohe-app');
  await page.see(say('form.whichTitle'), before('form.whichInFile', { name: full.name, scores: SCORES.length, comments: 1 }));
  assert.deepEqual(await page.axe(), []);
  // What changes nothing comes first, and the Tab key stays with the question.
  await until(page, say('form.whichKept'));
  for (const name of ['form.whichFile', 'form.whichKept', 'form.whichFile']) {
    await page.press('Tab');
    await until(page, say(name));
  }
  await page.press('Escape');
  await page.gone(say('form.whichTitle'));
  assert.equal(await page.value(FIRST, { exact: true }), '9');

  await page.drop([full], 'kaohe-app');
  await page.click('button', say('form.whichFile'));
  await page.see(say('form.imported', { name: full.name }));
  await seeFigures(page);
  await saved(page);
  // What says the same is no question.
  await page.drop([full], 'kaohe-app');
  await page.see(say('form.imported', { name: full.name }));
  await seeFigures(page);
}

async function beginsAnew(page, empty) {
  await page.drop([empty], 'kaohe-app');
  await page.click('button', say('form.anew'));
  await page.see(say('form.anewAsk'));
  await page.press('Escape');
  await page.gone(say('form.anewAsk'));
  await seeFigures(page);
  await page.click('button', say('form.anew'));
  await page.click('button', say('form.anewYes'), { exact: true, within: say('form.anewAsk') });
  await page.see(say('form.missing', { count: SCORES.length }));
  await until(page, SCHEME);
  await saved(page);
  await page.reload();
  await page.see(say('form.missing', { count: SCORES.length }));
}

// --- Damaged ones ---

const DAMAGES = [
  ['/entries', (draft) => delete draft.entries],
  ['/entries', (draft) => draft.entries.pop()],
  ['/file', (draft) => delete draft.file],
  ['/file/scheme/sections', (draft) => delete draft.file.scheme.sections],
];

everywhere(
  'a damaged draft takes the place of nothing',
  async ({ page, address }) => {
    await page.goto(await address('form'));
    await whoRatesWhom(page);
    await page.fill(FIRST, TYPED, { exact: true });
    await saved(page);
    const [draft] = await page.evaluate(draftsInPage);
    for (const [place, damage] of DAMAGES) {
      const damaged = JSON.parse(draft.text);
      damage(damaged);
      await page.drop([{ name: 'damaged.json', bytes: Buffer.from(JSON.stringify(damaged)) }], 'kaohe-app');
      await page.see('这份草稿不完整或已损坏', place);
      assert.equal(await page.value(FIRST, { exact: true }), TYPED);
    }
    await page.reload();
    await page.find('button', `${say('form.total')} ${TYPED}0,`);

    // In the store itself: said in the list, and the form begins empty; the damaged draft stays beside it.
    await page.evaluate(damageInPage, draft.key);
    const beside = await address('form');
    const link = await page.evaluate(() => location.hash);
    await page.goto('about:blank');
    await page.goto(beside);
    await page.see(say('start.damaged'), SUBJECT.name);
    await page.goto('about:blank');
    await page.goto(beside + link);
    await page.see(say('form.draftDamaged'));
    await page.fill(FIRST, '8', { exact: true });
    await saved(page);
    const kinds = (await page.evaluate(draftsInPage)).map(({ kind }) => kind);
    assert.deepEqual(kinds.sort(), ['form', 'form-damaged']);
  },
  { browsers: ['Chromium'], places: ['from disk'] },
);

function draftsInPage() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaohe');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => resolve(reading.result);
    };
  });
}

function damageInPage(key) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaohe');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('drafts', 'readwrite');
      const store = transaction.objectStore('drafts');
      const reading = store.get(key);
      reading.onsuccess = () => store.put({ ...reading.result, text: '{"format":"kaohe-form-draft","formatVersion":1}' });
      transaction.oncomplete = () => resolve();
    };
  });
}
