// Every sample opens from the start page by its own button, and its results are, byte for byte, those of the command line for its file.
// The single files carry no samples, so they are tried as served. Last, the closed appraisals of S6 come together in the overall one.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { kaohe } from './support/command.mjs';
import { path } from './support/places.mjs';
import { go, sameAsCommandLine, seeResults, take } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const month = (number) => say('period.month', { year: 2026, month: number });
const YEAR = say('period.year', { year: 2026 });

//                file, the scheme beside which its button stands, and the period on it
const SAMPLES = [
  ['s1/2026-10', 's1-service-quality', month(10)],
  ['s2/2026-09', 's2-service-coach', month(9)],
  ['s3/2026-10', 's3-after-sales-supervision', month(10)],
  ['s4/2026-10', 's4-complaints', month(10)],
  ['s5/2026-10', 's5-after-sales', month(10)],
  ['s6/regular-2026', 's6-vendor-regular', YEAR],
  ['s6/irregular-2026-spring', 's6-vendor-irregular', YEAR],
  ['s6/overall-2026', 's6-vendor-overall', YEAR],
  ['s7/2026-10', 's7-csr-card', month(10)],
  ['s8/2026-10', 's8-after-sales', month(10)],
  ['s9/2026-10', 's9-csr-form', month(10)],
];
const CLOSED = ['regular-2026', 'irregular-2026-spring', 'irregular-2026-branches'].map((name) => path(`samples/s6/${name}.json`));

everywhere('open every sample', walk, { places: ['served'] });

async function walk({ page, address }) {
  await page.goto(await address('workbench'));
  await page.see(say('start.schemesAndSamples'));
  const [begins] = say('start.sample', { period: '#' }).split('#');
  assert.equal((await page.text()).split('\n').filter((line) => line.startsWith(begins)).length, SAMPLES.length);
  for (const sample of SAMPLES) await open(page, ...sample);
  await page.click('link', say('app.team'));
  await bringTogether(page);
}

async function open(page, file, scheme, period) {
  const { name } = JSON.parse(await readFile(path(`schemes/${scheme}.json`)));
  await page.click('button', say('start.sampleOf', { period, scheme: name['zh-CN'] }));
  await page.see(say('team.exportWorkbook'));
  await go(page, 'partResults');
  await page.see(say('team.resultsHelp'));
  assert.deepEqual(await errors(page), [], file);
  const result = await page.download(() => page.click('button', say('team.exportResult')));
  assert.equal(result.bytes.toString(), (await kaohe('appraise', await readFile(path(`samples/${file}.json`)))).toString(), file);
  await page.click('button', say('team.putAway'));
  await page.click('link', say('app.home'));
  await page.see(say('start.schemesAndSamples'));
}

/** What is shown as an error, anywhere on the page. */
function errors(page) {
  return page.evaluate(() => {
    function* deep(root) {
      for (const element of root.querySelectorAll('*')) {
        yield element;
        if (element.shadowRoot) yield* deep(element.shadowRoot);
      }
    }
    const wrong = [...deep(document)].filter((one) => one.matches('.error, .error-summary, [role=alert], .notice.bad'));
    return wrong.filter((one) => one.checkVisibility()).map((one) => one.innerText);
  });
}

/** The year's appraisal and both projects, each closed in a workbook of its own, are what the overall one rests on. */
async function bringTogether(page) {
  await take(page, await withoutResults());
  await go(page, 'partResults');
  for (const vendor of ['V1', 'V6']) await page.seeInRow(vendor, say('team.provisional'));
  for (const outcome of ['Accepted', 'AlreadyHere']) {
    await page.drop(CLOSED, 'kaohe-team');
    await page.see(say('team.tally', { what: say(`team.outcome${outcome}`), count: 3 }));
  }
  await go(page, 'partResults');
  await seeResults(page, [
    ['V1', '95.39', '优秀', '1 / 6'],
    ['V2', '81.07', '良好', '3 / 6'],
    ['V3', '82.76', '良好', '2 / 6'],
    ['V4', '67.13', '合格', '5 / 6'],
    ['V5', '43.88', '不合格', '6 / 6'],
    ['V6', '75.90', '合格', '4 / 6'],
  ]);
  const { workbook } = await sameAsCommandLine(page);
  assert.deepEqual(workbook.otherResults.map(({ period }) => period).sort(), ['2026', '2026~春季推广', '2026~网点改造']);
}

/** The overall workbook as it was before anything was taken in; by another id, since the browser still keeps the sample itself. */
async function withoutResults() {
  const { checksum, otherResults, rulings, ...rest } = JSON.parse(await readFile(path('samples/s6/overall-2026.json')));
  assert.ok(checksum && otherResults && rulings);
  return { name: 'overall-2026.json', bytes: Buffer.from(JSON.stringify({ ...rest, id: 's6-overall-new' })) };
}
