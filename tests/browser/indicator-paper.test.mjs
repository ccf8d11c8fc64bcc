// The table of indicators on paper: the numbers that stand, boxes where one is missing, over as many pages as it needs. Printed in
// Chromium, which says how many pages there are and which way they lie.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { focused } from './support/keyboard.mjs';
import { path } from './support/places.mjs';
import { openAnother, openWorkbook } from './support/team.mjs';
import { crosswise, everywhere } from './support/ways.mjs';
import { languages, words } from './support/words.mjs';

const S1 = 'samples/s1/2026-10.json';
const S5 = 'samples/s5/2026-10.json';
const nameOf = (file, language) => JSON.parse(readFileSync(path(file))).schemes[0].name[language];
const chinese = words('zh-CN');

crosswise('the table of indicators as a paper', async ({ page, address }) => {
  const say = chinese;
  await openWorkbook(page, address, S1);
  await open(page, say, 'paperButton', nameOf(S1, 'zh-CN'));
  await page.see(
    say('indicators.paperOf', { scheme: nameOf(S1, 'zh-CN') }),
    '2026年10月',
    say('indicators.checker'),
    say('indicators.source'),
  );
  await page.seeInRow('D03', '部门', '93.25', '310', '88', '36', '2026年10月28日');
  // The one number that a result waits for.
  assert.equal((await page.row('P05')).split(' | ').at(-1), '');
  assert.equal(
    (await page.row(say('indicators.withUnit', { name: '客户满意度', unit: '%' }))).includes(
      say('indicators.between', { least: 0, most: 100 }),
    ),
    true,
  );
  await back(page, say);

  await page.choose(say('indicators.papersUnit'), '个人');
  await page.click('button', say('indicators.paperEmpty', { scheme: nameOf(S1, 'zh-CN') }));
  await page.until('for a paper of that unit alone', async () => !(await page.text()).includes('样例客服部'));
  assert.equal(await page.row('P01'), '样例戊一 P01 | ' + ' | '.repeat(3));
  await back(page, say);

  // Of what is measured by its target, that stands there too, or a box for it.
  await openAnother(page, S5);
  await open(page, say, 'paperButton', nameOf(S5, 'zh-CN'));
  await page.seeInRow('E01', '132', say('indicators.targetIs', { target: 120 }));
  assert.match(await page.row('E05'), new RegExp(`101 2026年10月30日 ${say('indicators.target')} \\|`));
});

for (const language of languages) {
  everywhere(`the table of indicators on A4 (${language})`, (means) => print(means, language), {
    browsers: ['Chromium'],
    places: ['from disk'],
  });
}

async function print({ page, address }, language) {
  const say = words(language);
  await openWorkbook(page, address, S1);
  if (language === 'en') await page.click('button', chinese('app.language'));
  await open(page, say, 'paperButton', nameOf(S1, language));
  await page.see(say('indicators.checker'));
  assert.deepEqual(await page.axe(), []);
  assert.deepEqual(await printed(page), { upright: 1, across: 0 });
  await back(page, say);

  await page.click('button', say('team.putAway'));
  await page.drop([large()], 'kaohe-team');
  await page.see(say('team.exportWorkbook'));
  await page.click('button', say('indicators.part'), { part: true });
  await page.tab.emulateMedia({ media: 'print' });
  assert.deepEqual(await onPaper(page, 'kaohe-indicators'), { pressed: 0 });
  await page.tab.emulateMedia({ media: 'screen' });

  await open(page, say, 'paperButton', nameOf(S1, language));
  await page.see(say('indicators.checker'));
  await page.tab.emulateMedia({ media: 'print' });
  // Eighteen indicators are three tables of six, each with its head, and no row is cut in two.
  assert.deepEqual(await onPaper(page, 'kaohe-paper'), {
    pressed: 0,
    heads: Array(3).fill(['table-header-group', 6 + 2]),
    cut: 0,
    wider: 0,
  });
  await page.tab.emulateMedia({ media: 'screen' });
  const { upright, across } = await printed(page);
  // 78 rows of at least 22 pt on a page of 595 pt with its margins: not fewer than four pages to a table.
  assert.equal(upright, 0);
  assert.ok(across >= 12, `${across} pages`);
  await back(page, say);
  assert.deepEqual(await printed(page, 1), { upright: 1, across: 0 }, 'the next print lies as it always did');
}

/** Far more people, and indicators, than one page holds. */
function large() {
  const workbook = JSON.parse(readFileSync(path(S1)));
  delete workbook.checksum;
  workbook.id = 'large';
  const [first] = workbook.people;
  for (let at = 0; at < 70; at += 1) workbook.people.push({ ...first, id: `Z${at}`, name: `样例人员${at}` });
  for (let at = 0; at < 14; at += 1)
    workbook.schemes[0].indicators.push({ id: `more-${at}`, name: { 'zh-CN': `附加指标${at}`, en: `Additional indicator ${at}` } });
  return { name: 'large.json', bytes: Buffer.from(JSON.stringify(workbook)) };
}

/** How many pages lie which way; only the first `pages` of them if so many are named. */
async function printed(page, pages) {
  const pdf = await page.tab.pdf({ preferCSSPageSize: true, ...(pages ? { pageRanges: `1-${pages}` } : {}) });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(width)} × ${Math.round(height)}`,
  );
  const count = (box) => boxes.filter((one) => one === box).length;
  return { upright: count('595 × 842'), across: count('842 × 595') };
}

/** Of this part: how much of it could be pressed or typed into; of its tables the heads, rows that may be cut, and how many are wider than the sheet. */
function onPaper(page, part) {
  return page.evaluate((wanted) => {
    const find = (root) =>
      root.querySelector(wanted) ?? [...root.querySelectorAll('*')].map((one) => one.shadowRoot && find(one.shadowRoot)).find(Boolean);
    const all = (root, selector) => [
      ...root.querySelectorAll(selector),
      ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? all(one.shadowRoot, selector) : [])),
    ];
    const root = find(document).shadowRoot;
    const pressed = all(root, 'input, select, textarea, button').filter((one) => one.checkVisibility()).length;
    const tables = [...root.querySelectorAll('table.by-hand')];
    if (tables.length === 0) return { pressed };
    const heads = tables.map(({ tHead }) => [getComputedStyle(tHead).display, tHead.rows[tHead.rows.length - 1].cells.length]);
    const cut = tables.flatMap(({ rows }) => [...rows]).filter((row) => getComputedStyle(row).breakInside !== 'avoid').length;
    const wider = tables.filter(
      (table) => table.getBoundingClientRect().width > table.closest('article').getBoundingClientRect().width,
    ).length;
    return { pressed, heads, cut, wider };
  }, part);
}

async function open(page, say, button, scheme) {
  await page.click('button', say('indicators.part'), { part: true });
  await page.click('button', say(`indicators.${button}`, { scheme }));
}

/** The keyboard goes on where the paper was asked for. */
async function back(page, say) {
  await page.click('button', say('register.back'));
  await page.until('for the keyboard to be back', async () =>
    (await focused(page)).startsWith(say('indicators.paperButton').split('{')[0].slice(0, -1)),
  );
}
