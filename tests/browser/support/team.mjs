// The workbench as the person in charge uses it.
import { words } from './words.mjs';
import { path } from './places.mjs';

const say = words('zh-CN');

/** Opens the workbench and drops a workbook on it. */
export async function openWorkbook(page, address, file) {
  await page.goto(await address('workbench'));
  await page.see(say('start.title'));
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.intro'));
  await page.drop([typeof file === 'string' ? path(file) : file], 'kaohe-team');
  await page.see(say('team.exportWorkbook'));
}

/** The name of a part is the beginning of its button: a count may follow. */
export const go = (page, part) => page.click('button', say(`team.${part}`), { part: true });

export const exportWorkbook = (page) => page.download(() => page.click('button', say('team.exportWorkbook')));

/** Each line: a person's number, and what her row of the results must show. */
export async function seeResults(page, lines) {
  for (const [id, ...expected] of lines) await page.seeInRow(id, ...expected);
}
