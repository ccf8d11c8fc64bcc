// The period is of the scheme's kind, whatever was chosen before: a vendor's regular form is yearly, an irregular one has a name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { saved } from './support/form.mjs';
import { path } from './support/places.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const VENDOR = JSON.parse(readFileSync(path('schemes/s6-vendor-regular.json')));
const [ITEM] = VENDOR.sections
  .flatMap(({ criteria }) => criteria)
  .filter(({ measure }) => measure.type === 'rating')
  .map(({ name }) => name['zh-CN']);
const [MONTH, YEAR, UNNAMED] = [/^\d{4}-\d\d$/, /^\d{4}$/, /^\d{4}~$/];

everywhere(
  'another scheme brings its own kind of period',
  async ({ page, address }) => {
    await page.goto(await address('form'));
    await page.see(say('who.title'));
    const chosen = async (label) => (await page.find('list', label)).evaluate((one) => one.value);
    await page.choose(say('who.scheme'), 's9-csr-form');
    assert.match(await chosen(say('who.period')), MONTH);
    for (const [scheme, label, kind] of [
      ['s6-vendor-regular', 'who.period', YEAR],
      ['s6-vendor-irregular', 'period.yearLabel', UNNAMED],
      ['s6-vendor-regular', 'who.period', YEAR],
    ]) {
      await page.choose(say('who.scheme'), scheme);
      assert.match(await chosen(say(label)), kind);
    }

    await page.click('choice', say('who.roleSelf', { role: '服务商自评' }));
    await page.fill(say('who.rater'), 'V01');
    await page.click('button', say('who.begin'));
    await page.fill(ITEM, '80', { exact: true });
    await saved(page);
    assert.equal(await page.invalid(ITEM), false);
    const { bytes } = await page.download(async () => {
      await page.click('button', say('form.export'));
      await page.click('button', say('form.exportAnyway'));
    });
    assert.match(JSON.parse(bytes).rating.period, YEAR);
  },
  { places: ['from disk'] },
);
