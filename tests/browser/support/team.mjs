// The workbench as the person in charge uses it.
import assert from 'node:assert/strict';
import { kaohe } from './command.mjs';
import { path } from './places.mjs';
import { words } from './words.mjs';

const say = words('zh-CN');
const OCTOBER = say('period.month', { year: '2026', month: '10' });

/** Opens the workbench and drops a workbook on it. */
export async function openWorkbook(page, address, file) {
  await page.goto(await address('workbench'));
  await page.see(say('start.title'));
  await page.click('button', say('start.team'), { exact: true });
  await take(page, file);
}

/** Puts the workbook away and drops another. */
export async function openAnother(page, file) {
  await page.click('button', say('team.putAway'));
  await take(page, file);
}

/** Where none is open. */
export async function take(page, file) {
  await page.see(say('team.intro'));
  await page.drop([typeof file === 'string' ? path(file) : file], 'kaohe-team');
  await page.see(say('team.exportWorkbook'));
}

/** Takes up the sample month that this browser keeps. */
export async function openKept(page, address) {
  await seeKept(page, address);
  await page.click('button', OCTOBER);
  await page.see(say('team.exportWorkbook'));
}

/** Up to the list of what this browser keeps. */
export async function seeKept(page, address) {
  await page.goto(await address('workbench'));
  await page.see(say('start.title'));
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.keptTitle'), OCTOBER);
}

/** Of the sample month of 95595. */
export async function record(page, points, reason) {
  await readyRecord(page, points, reason);
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.until(`for the record ${reason}`, () => page.has('row', reason));
}

/** All of a record but the click that enters it. */
export async function readyRecord(page, points, reason) {
  await go(page, 'partRecords');
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '业务处理');
  await page.fill(say('team.recordPoints'), points);
  await page.date(say('team.date'), '2026-10-20');
  await page.fill(say('team.recordAuthor'), '示例班长');
  await page.fill(say('team.reason'), reason);
}

/** The name of a part is the beginning of its button: a count may follow. */
export const go = (page, part) => page.click('button', say(part.includes('.') ? part : `team.${part}`), { part: true });

/** Closes the sample month, in which something is left open. */
export async function closePeriod(page) {
  await go(page, 'partClosing');
  await page.fill(say('team.signer'), '示例经理一');
  await page.date(say('team.date'), '2026-11-02');
  await page.click('button', say('team.closeButton'), { exact: true, within: say('team.closeHelp') });
  await page.see(say('team.closeAskLeaving'));
  await page.click('button', say('team.closeLeaving'), { exact: true });
}

export const exportWorkbook = (page) => page.download(() => page.click('button', say('team.exportWorkbook')));

/** Each line: a person's number, and what her row of the results must show. */
export async function seeResults(page, lines) {
  for (const [id, ...expected] of lines) await page.seeInRow(id, ...expected);
}

/** Promise 3: what the page exports is what the command line writes for the exported workbook. Gives back both documents. */
export async function sameAsCommandLine(page) {
  await go(page, 'partResults');
  const result = await page.download(() => page.click('button', say('team.exportResult')));
  const workbook = await exportWorkbook(page);
  assert.equal(result.bytes.toString(), (await kaohe('appraise', workbook.bytes)).toString());
  return { result: JSON.parse(result.bytes), workbook: JSON.parse(workbook.bytes) };
}
