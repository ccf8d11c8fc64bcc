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
  await teamScreens(page, language, say, look);
  await ownSheet(page, say, look);
  await oldEncoding(page, say, look);
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

async function teamScreens(page, language, say, look) {
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
    if (sample === 's9') {
      await resultScreens(page, say, look);
      await conflictScreens(page, language, say, look);
      await closingScreens(page, say, look);
    }
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

async function conflictScreens(page, language, say, look) {
  await page.drop(['corrected', 'other-period', 'cut-short'].map((name) => path(`samples/s9/forms/${name}.json`)), 'kaohe-team');
  await page.see(say('team.outcomesTitle', { count: 3 }), say('team.conflictsTitle', { count: 2 }));
  await look('outcomes and open conflicts');
  const superior = scheme.roles.find(({ id }) => id === 'superior').name[language];
  const what = say('team.conflictRating', { subject: '样例丁三', rater: '示例组长一', role: superior });
  await page.click('button', say('team.keepOf', { number: 2, what }));
  await page.see(say('team.nameMissing'));
  await look('open conflict, decided by nobody');
}

async function closingScreens(page, say, look) {
  const close = () => page.click('button', say('team.closeButton'), { exact: true, within: say('team.signer') });
  await page.click('button', say('team.partClosing'), { part: true });
  await close();
  await page.see(say('team.nameMissing'));
  await look('closing without a name');
  await page.fill(say('team.signer'), '样例人事');
  await close();
  await page.see(say('team.closeAskText'));
  await look('closing, asked');
  await page.click('button', say('team.closeButton'), { exact: true, within: say('team.closeAskText') });
  await page.see(say('team.verifyOk'));
  for (const part of ['partCollect', 'partResults', 'partClosing']) {
    await page.click('button', say(`team.${part}`), { part: true });
    await look(`closed, ${part}`);
  }
  await page.click('button', say('team.reopenButton'), { exact: true });
  await look('reopening without a reason');
  await page.download(() => page.click('button', say('team.nextButton')));
  await page.see(say('team.nextAsk'));
  await look('next period, asked');
  await page.press('Escape');
  await page.gone(say('team.nextAsk'));
}

async function ownSheet(page, say, look) {
  await page.drop([path('samples/s7/2026-10.json')], 'kaohe-team');
  await page.click('button', say('team.partResults'), { part: true });
  await page.click('button', say('team.openSheetOf', { name: '样例甲十' }));
  const { name, bytes } = await page.download(() => page.click('button', say('team.exportSheet')));
  await page.click('link', say('app.home'));
  await page.see(say('start.title'));
  await page.drop([{ name, bytes }], 'kaohe-app');
  await page.see(say('sheet.intro'));
  await page.click('button', say('sheet.how'));
  await look('own sheet');
  await page.click('button', say('sheet.export'));
  await page.see(say('sheet.choose'));
  await look('own sheet, refused');
}

async function oldEncoding(page, say, look) {
  // 考核 in GBK.
  await page.drop([{ name: 'old.json', bytes: [0x22, 0xbf, 0xbc, 0xba, 0xcb, 0x22] }], 'kaohe-app');
  await page.see(say('encoding.title'), '"考核"');
  await look('old encoding, asked');
  await page.click('button', say('encoding.no'));
  await page.see(say('start.unknown', { name: 'old.json' }));
}
