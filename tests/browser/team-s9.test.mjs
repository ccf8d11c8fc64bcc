// A month of S9 comes together: forms are dropped, one conflict is decided, totals, grades and ranks follow.
// The figures are those calculated by hand in samples/README.md, and here for what the dropped forms change.
import assert from 'node:assert/strict';
import { path } from './support/places.mjs';
import { go, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const FORMS = ['new', 'already-here', 'corrected', 'other-period', 'cut-short'].map((name) => path(`samples/s9/forms/${name}.json`));
const OUTCOMES = ['Accepted', 'AlreadyHere', 'Conflict', 'SetAside', 'Refused'];

everywhere('collect the forms of a month', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s9/2026-10.json');
  await go(page, 'partResults');
  await seeResults(page, [
    ['N01', '97.25', 'A 优秀', '1 / 6'],
    ['N02', '95.00', 'B 良好', '2 / 6'],
    ['N03', '85.00', 'B 良好', '4 / 6'],
    ['N04', '73.50', 'D 较差', '6 / 6'],
    ['N08', say('team.provisional')],
    ['N09', say('team.provisional')],
    ['N12', '90.00', say('team.stateLeave'), say('team.unranked')],
  ]);

  // Every file that was dropped gets its line.
  await page.drop(FORMS, 'kaohe-team');
  await page.see(say('team.outcomesTitle', { count: FORMS.length }));
  for (const outcome of OUTCOMES) await page.see(say('team.tally', { what: say(`team.outcome${outcome}`), count: 1 }));

  // N03's superior has handed in two forms, N09's too: each is decided by one click, the name once.
  await page.see(say('team.conflictsTitle', { count: 2 }));
  await page.fill(say('team.decider'), '示例经理');
  await keep(page, { subject: '样例丁三', rater: '示例组长一', score: '8.3' });
  await page.see(say('team.conflictsTitle', { count: 1 }));
  await keep(page, { subject: '样例丁九', rater: '示例组长二', score: '8' });
  await page.gone(say('team.conflictsTitle', { count: 1 }));

  // N08 (1.6 + 2.4 + 3.5) × 10, N09 (1.8 + 2.55 + 4) × 10; in 后援组 now N09 83.5, N11 78, N08 75, N10 62.
  await go(page, 'partResults');
  await seeResults(page, [
    ['N03', '85.00', 'B 良好', '4 / 6'],
    ['N08', '75.00', 'C 一般', '3 / 4'],
    ['N09', '83.50', 'C 一般', '1 / 4'],
    ['N11', '78.00', 'C 一般', '2 / 4'],
    ['N10', '62.00', 'E 很差', '4 / 4'],
  ]);

  // A number opens down to what was written.
  await page.click('button', say('team.openNumber', { name: '样例丁一', value: '97.25' }));
  await page.see(say('team.explainTitle', { name: '样例丁一' }), '9.725');
  await page.press('Escape');
  await page.gone(say('team.explainHelp'));

  await sameAsCommandLine(page);
  await spreadsheet(page);
});

/** Keeps the variant whose first criterion has this score. */
async function keep(page, { subject, rater, score }) {
  const what = say('team.conflictRating', { rater, subject, role: '上级评分' });
  const at = await page.evaluate(
    ([who, wanted]) => {
      function* tables(root) {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches('table.variants')) yield element;
          if (element.shadowRoot) yield* tables(element.shadowRoot);
        }
      }
      const table = [...tables(document)].find((one) => one.caption.innerText.includes(who));
      return [...table.tBodies[0].rows[0].cells].findIndex((cell) => cell.tagName === 'TD' && cell.innerText.trim() === wanted);
    },
    [what, score],
  );
  assert.ok(at > 0, `no variant of ${what} with ${score}`);
  await page.click('button', say('team.keepOf', { what, number: at }));
}

async function spreadsheet(page) {
  const { bytes } = await page.download(() => page.click('button', say('team.exportCsv')));
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'Excel takes a file without a byte-order mark for GBK');
  const line = bytes
    .toString()
    .split(/\r?\n/)
    .find((one) => one.includes('N01'));
  assert.match(line, /97\.25/);
}
