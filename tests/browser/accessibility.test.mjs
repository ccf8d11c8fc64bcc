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
  await partScreens(page, say, look);
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
  await levels(page, language, say, look);
}

async function levels(page, language, say, look) {
  const file = path('tests/data/levels.json');
  await page.drop([file], 'kaohe-app');
  await page.see(say('start.schemeOpened', { name: JSON.parse(readFileSync(file)).name[language] }));
  await page.click('button', say('start.fill'), { exact: true });
  await page.fill(say('who.rater'), 'E001');
  await page.click('button', say('who.begin'));
  await page.see(say('form.missing', { count: 3 }));
  await page.click('button', say('form.export'));
  await page.see(say('form.summaryMissing'));
  await look('form with levels, refused');
  await page.click('link', say('app.home'));
  await page.see(say('start.drafts'));
}

async function teamScreens(page, language, say, look) {
  const parts = ['partPeople', 'partCollect', 'partRecords', 'partResults', 'partClosing'];
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.intro'));
  await look('team, before a workbook');
  for (const [sample, followUp] of [
    ['s9', talks],
    ['s7', queries],
  ]) {
    await page.drop([path(`samples/${sample}/2026-10.json`)], 'kaohe-team');
    await page.see(say('team.exportWorkbook'));
    for (const part of parts) {
      await page.click('button', say(`team.${part}`), { part: true });
      await look(`${sample}, ${part}`);
    }
    await followUp(hands(page, say, look));
    if (sample === 's9') {
      await resultScreens(page, say, look);
      await conflictScreens(page, language, say, look);
      await closingScreens(page, language, say, look);
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
  await page.gone(say('team.asking'));
  await look('sheet');
  await page.click('button', say('team.backToResults'));
}

async function conflictScreens(page, language, say, look) {
  await page.drop(
    ['corrected', 'other-period', 'cut-short'].map((name) => path(`samples/s9/forms/${name}.json`)),
    'kaohe-team',
  );
  await page.see(say('team.outcomesTitle', { count: 3 }), say('team.conflictsTitle', { count: 2 }));
  await look('outcomes and open conflicts');
  await page.click('button', keepOf(language, say, 2, '样例丁三', '示例组长一'));
  await page.see(say('team.nameMissing'));
  await look('open conflict, decided by nobody');
}

/** The button that keeps one of two forms of a superior. */
function keepOf(language, say, number, subject, rater) {
  const superior = scheme.roles.find(({ id }) => id === 'superior').name[language];
  return say('team.keepOf', { number, what: say('team.conflictRating', { subject, rater, role: superior }) });
}

/** Both conflicts, by the first form of each. */
async function decide(page, language, say) {
  await page.click('button', say('team.partCollect'), { part: true });
  await page.fill(say('team.decider'), '样例人事');
  for (const [open, subject, rater] of [
    [2, '样例丁三', '示例组长一'],
    [1, '样例丁九', '示例组长二'],
  ]) {
    await page.click('button', keepOf(language, say, 1, subject, rater));
    await page.gone(say('team.conflictsTitle', { count: open }));
  }
}

async function closingScreens(page, language, say, look) {
  const close = () => page.click('button', say('team.closeButton'), { exact: true, within: say('team.signer') });
  await page.click('button', say('team.partClosing'), { part: true });
  await close();
  await page.see(say('team.nameMissing'));
  await look('closing without a name');
  await page.fill(say('team.signer'), '样例人事');
  await close();
  await page.see(say('team.conflictsFirst'));
  await look('closing, with something undecided');
  await decide(page, language, say);
  await page.click('button', say('team.partClosing'), { part: true });
  await page.fill(say('team.signer'), '样例人事');
  await close();
  await page.see(say('team.closeAskLeaving'));
  await look('closing, asked');
  await page.click('button', say('team.closeLeaving'), { exact: true });
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

/** What the other systems add: a part as it stands, or with a form in it that was refused. */
async function partScreens(page, say, look) {
  const walks = { 's1/2026-10': numbers, 's3/2026-10': feedback, 's4/2026-10': register, 's6/overall-2026': results, 's8/2026-10': month };
  for (const [file, walk] of Object.entries(walks)) {
    await page.drop([path(`samples/${file}.json`)], 'kaohe-team');
    await page.see(say('team.exportWorkbook'));
    await walk(hands(page, say, look));
    await page.click('button', say('team.putAway'));
    await page.see(say('team.intro'));
  }
}

function hands(page, say, look) {
  return {
    page,
    say,
    look,
    turn: (part) => page.click('button', say(part), { part: true }),
    open: (details) => page.click('button', details),
    refused: (label, role) => page.until(`for ${label} to be refused`, () => page.invalid(label, role)),
  };
}

async function numbers({ page, say, turn, open, refused, look }) {
  await turn('indicators.part');
  await open(say('indicators.pasteTitle'));
  await page.paste(say('indicators.pasteLabel'), 'id\tsatisfaction\nD01\t90\nX\t90');
  await page.see(say('team.pasteRow', { row: 3 }));
  await look('numbers, one row refused');
  await turn('follow.part');
  for (const topic of ['follow.topicPlans', 'follow.topicReports']) {
    await turn(topic);
    await page.click('button', say('follow.save'), { exact: true });
    await refused(say('team.subject'), 'list');
    await look(`${topic}, refused`);
  }
  await turn('follow.partPlanning');
  await look('programme');
}

async function feedback({ page, say, turn, refused, look }) {
  await turn('feedback.part');
  await page.click('button', say('feedback.checkOf', { number: 'W01-1' }));
  await page.click('button', say('feedback.checkSave'));
  await refused(say('feedback.found'), 'list');
  await look('feedback, check refused');
}

async function register({ page, say, turn, open, refused, look }) {
  await turn('register.part');
  await open(say('register.incidentsTitle', { count: 2 }));
  await open(say('register.calendarTitle'));
  await look('register');
  await page.click('button', say('register.open', { number: '2026-10-0001' }));
  await page.see(say('register.sheetOf', { number: '2026-10-0001' }));
  await page.click('button', say('register.withdraw'));
  await look('complaint');
  await page.click('button', say('register.printSheet'));
  await look('complaint, on paper');
  await page.click('button', say('register.back'));
  await page.click('button', say('register.back'));
  await page.click('button', say('register.add'));
  await page.click('button', say('register.saveNew'));
  await refused(say('register.kind'), 'list');
  await look('complaint, refused');
}

async function results({ turn, look }) {
  await turn('team.partResults');
  await look('results resting on results');
}

async function queries({ page, say, turn, refused, look }) {
  await turn('follow.part');
  await turn('follow.topicQueries');
  await page.click('button', say('follow.answerAgainOf', { name: '样例甲五' }));
  await page.click('button', say('follow.answerSave'));
  await refused(say('follow.upheld'), 'list');
  await look('queries, answer refused');
}

async function month({ page, say, turn, refused, look }) {
  await turn('team.partResults');
  await page.click('button', say('follow.ruleOf', { name: '样例丑二', what: say('sheet.pay') }));
  await page.click('button', say('follow.rulingSave'));
  await refused(say('follow.rulingAnswer'), 'list');
  await look('ruling, refused');
  await turn('follow.partPlanning');
  await look('month');
}

async function talks({ page, say, turn, look }) {
  await turn('follow.part');
  for (const topic of ['Observations', 'Summaries', 'Interviews']) {
    await turn(`follow.topic${topic}`);
    await look(`follow.topic${topic}`);
  }
  await page.click('button', say('follow.printOf', { name: '样例丁四', what: say('follow.topicInterviews') }));
  await look('interview, on paper');
  await page.click('button', say('follow.back'));
}
