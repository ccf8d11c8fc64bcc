// axe on every screen, in both languages. In one browser and from one place: the pages are the same everywhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { path } from './support/places.mjs';
import { everywhere } from './support/ways.mjs';
import { languages, words } from './support/words.mjs';

const scheme = JSON.parse(readFileSync(path('schemes/s9-csr-form.json')));
const first = scheme.sections[0].criteria[0];

for (const language of languages) {
  const say = words(language);
  everywhere(`axe finds nothing (${language})`, (means) => walk(means, language, say), { browsers: ['Chromium'], places: ['served'] });
}

async function walk({ page, address }, language, say) {
  const found = [];
  const look = async (screen) => found.push(...(await page.axe()).map((one) => `${screen}: ${one}`));
  await page.goto(await address('workbench'));
  if (language === 'en') await page.click('button', words('zh-CN')('app.language'));
  await page.see(say('start.title'));
  await look('start');
  await formScreens(page, language, say, look);
  await teamScreens(page, say, look);
  assert.deepEqual(found, []);
}

async function formScreens(page, language, say, look) {
  await page.click('button', say('start.fill'), { exact: true });
  await page.see(say('who.title'));
  await page.choose(say('who.scheme'), scheme.id);
  await page.click('button', say('who.begin'));
  await look('who, refused');
  await page.click('choice', scheme.roles[1].name[language]);
  await page.fill(say('who.subject'), 'E001');
  await page.fill(say('who.rater'), 'E002');
  await page.click('button', say('who.begin'));
  await page.see(say('form.missing', { count: 11 }));
  await look('form, empty');
  await page.fill(first.name[language], '99', { exact: true });
  await page.click('button', say('form.export'));
  await page.see(say('form.summaryTitle'));
  await page.click('button', say('form.how'), { exact: true });
  await look('form, refused');
  await page.click('link', say('app.home'));
  await page.see(say('start.drafts'));
  await look('start, with a draft');
}

async function teamScreens(page, say, look) {
  const parts = ['partPeople', 'partCollect', 'partRecords', 'partResults', 'partClosing'];
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.intro'));
  await look('team, before a workbook');
  for (const sample of ['s9', 's7']) {
    await page.drop([path(`samples/${sample}/2026-10.json`)], 'kaohe-team');
    await page.see(say('team.exportWorkbook'));
    for (const part of parts) {
      await page.click('button', say(`team.${part}`), { part: true });
      await look(`${sample}, ${part}`);
    }
    if (sample === 's9') await resultScreens(page, say, look);
    await page.click('button', say('team.putAway'));
    await page.see(say('team.intro'));
  }
}

async function resultScreens(page, say, look) {
  await page.click('button', say('team.partResults'), { part: true });
  await page.click('button', say('team.openNumber', { name: '样例丁一', value: '97.25' }));
  await page.see(say('team.explainTitle', { name: '样例丁一' }));
  await look('explanation');
  await page.press('Escape');
  await page.gone(say('team.explainHelp'));
  await page.click('button', say('team.openSheetOf', { name: '样例丁一' }));
  await page.see(say('team.sheetHelp'));
  await look('sheet');
  await page.click('button', say('team.backToResults'));
}
