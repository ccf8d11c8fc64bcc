// Somebody's form that was handed in is looked at: all of it is there, and nothing can be changed, exported in their name or left
// behind as a draft of theirs. And the numbers that people type about themselves are read as they were meant.
import assert from 'node:assert/strict';
import { saved } from './support/form.mjs';
import { go, openWorkbook } from './support/team.mjs';
import { crosswise, everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const CRITERION = '目标完成度';

crosswise('look at a form that was handed in', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s9/2026-10.json');
  await go(page, 'partCollect');
  await page.click('button', say('team.openFormOf', { rater: '样例丁一', subject: '样例丁一' }));
  await page.see(say('form.readOnly'));
  await page.find('button', `${say('form.total')} 95.00,`);

  const field = await page.find('field', CRITERION, { exact: true });
  const shown = await page.value(CRITERION, { exact: true });
  await field.evaluate((one) => one.focus());
  await page.tab.keyboard.type('3');
  assert.equal(await page.value(CRITERION, { exact: true }), shown);
  assert.ok(await page.has('button', say('form.print'), { exact: true }));
  for (const action of ['export', 'import', 'restart', 'clear'])
    assert.equal(await page.has('button', say(`form.${action}`), { exact: true }), false, action);
  assert.deepEqual(await page.axe(), []);
  const drafts = await page.evaluate(kindsInPage);
  assert.deepEqual(
    drafts.filter((kind) => kind.startsWith('form')),
    [],
  );

  // After a reload there is nothing to look at, and no empty form in that person's name either.
  await page.reload();
  await page.see(say('start.title'));
});

function kindsInPage() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kaohe');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
      reading.onsuccess = () => resolve(reading.result.map(({ kind }) => kind));
    };
  });
}

everywhere(
  'staff numbers typed in full width are read as they were meant',
  async ({ page, address }) => {
    await page.goto(await address('form'));
    await page.see(say('who.title'));
    await page.choose(say('who.scheme'), '客户服务代表绩效评估表');
    await page.click('choice', '同事评分');
    await page.fill(say('who.subject'), 'Ｅ００４');
    await page.fill(say('who.rater'), 'ｅ００２');
    await page.see(say('who.tidied', { value: 'E004' }), say('who.tidied', { value: 'e002' }));
    await page.click('button', say('who.begin'));
    await page.see(say('form.intro'), 'E004', 'e002');
    await page.fill(CRITERION, '8', { exact: true });
    await saved(page);
    assert.match(decodeURIComponent(await page.evaluate(() => location.hash)), /subject=E004&rater=e002/);
  },
  { browsers: ['Chromium'], places: ['from disk'] },
);
