// Files dropped from the desktop. What `page.drop` makes up in memory is no file on disk, and browsers treat the two
// differently: from a page on disk Chromium opens no file by its entry. Only Chromium's driver drops what lies on disk.
import { path } from './support/places.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const CHROMIUM = { browsers: ['Chromium'] };

everywhere(
  'open a workbook from the desktop',
  async ({ page, address }) => {
    await page.goto(await address('workbench'));
    await page.see(say('start.title'));
    await page.click('button', say('start.team'), { exact: true });
    await page.see(say('team.intro'));
    await dropFromDesktop(page, ['samples/s9/2026-10.json']);
    await page.see(say('team.exportWorkbook'));
    await dropFromDesktop(page, ['samples/s9/forms/new.json', 'samples/s9/forms/already-here.json']);
    for (const outcome of ['Accepted', 'AlreadyHere']) await page.see(say('team.tally', { what: say(`team.outcome${outcome}`), count: 1 }));
  },
  CHROMIUM,
);

everywhere(
  'open a folder from the desktop',
  async ({ page, address }) => {
    await page.goto(await address('workbench'));
    await page.click('button', say('start.team'), { exact: true });
    await page.see(say('team.intro'));
    await dropFromDesktop(page, ['samples/s9/2026-10.json']);
    await page.see(say('team.exportWorkbook'));
    await dropFromDesktop(page, ['samples/s9/forms']);
    await page.see('forms/new.json', 'forms/cut-short.json');
  },
  CHROMIUM,
);

everywhere(
  'open a form from the desktop',
  async ({ page, address }) => {
    await page.goto(await address('form'));
    await page.see(say('who.title'));
    await dropFromDesktop(page, ['samples/s9/forms/new.json']);
    await page.find('button', say('form.export'));
  },
  CHROMIUM,
);

async function dropFromDesktop(page, files) {
  const session = await page.tab.context().newCDPSession(page.tab);
  const data = { items: [], files: files.map(path), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
}
