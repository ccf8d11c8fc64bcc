// Two tabs on one workbook on plain http, where a browser gives no locks, and one of them stands still: it is asked before its
// place is taken, it learns of that before it changes anything, and nothing of either is lost.
import assert from 'node:assert/strict';
import { freezable } from './support/faults.mjs';
import { saved } from './support/form.mjs';
import { exportWorkbook, go, openKept, openWorkbook, readyRecord, record, seeKept } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const MONTH = 'samples/s7/2026-10.json';
const PLAIN = { places: ['plain http'] };
const FIRST = '第一个窗口的一笔';
const SECOND = '第二个窗口的一笔';
const LATE = '迟到的一笔';

everywhere(
  'a tab that does not answer, and the person lets it be',
  async ({ page, address, browser }) => {
    await openFreezable(page, address);
    await freeze(page);
    const second = await openBeside(browser, address);
    await second.see(say('team.silentTitle'), say('team.silentText'));
    assert.deepEqual(await second.axe(), []);
    await second.click('button', say('team.silentNo'), { exact: true });
    await second.see(say('team.silentNote'));
    assert.equal(await canWrite(second), false);

    // It wakes up before anybody decides otherwise.
    await thaw(page);
    await second.see(say('team.readOnlyNote'));
    assert.equal(await second.has('button', say('team.silentYes'), { exact: true }), false);
    await page.tab.bringToFront();
    assert.equal(await canWrite(page), true);
    await record(page, '-2', LATE);
    await saved(page);
    second.quiet();
  },
  PLAIN,
);

everywhere(
  'a tab that was taken over changes nothing, and goes on from what the other wrote',
  async ({ page, address, browser }) => {
    await openFreezable(page, address);
    await readyRecord(page, '-3', LATE);
    await freeze(page);
    const second = await openBeside(browser, address);
    await takeOver(second);
    await record(second, '-4', SECOND);
    await saved(second);

    // It has been told nothing, and asks.
    await page.tab.bringToFront();
    await page.click('button', say('team.recordSave'), { exact: true });
    await page.see(say('team.readOnlyRefusal'), say('team.readOnlyNote'));
    assert.equal(await canWrite(page), false);
    assert.deepEqual(await reasons(page), [FIRST]);

    await thaw(page);
    await second.close();
    await page.see(say('team.tookOver'));
    // What was typed still stands there.
    await go(page, 'partRecords');
    await page.click('button', say('team.recordSave'), { exact: true });
    await page.see(say('team.recordSaved'));
    await saved(page);
    assert.deepEqual(await reasonsInStore(page), [FIRST, SECOND, LATE].sort());
  },
  PLAIN,
);

everywhere(
  'a tab that was taken over only reads as soon as it is seen',
  async ({ page, address, browser }) => {
    await openFreezable(page, address);
    await freeze(page);
    const second = await openBeside(browser, address);
    await takeOver(second);
    await page.tab.bringToFront();
    assert.equal(await canWrite(page), true);
    // Before its clock and the messages that came meanwhile.
    await page.evaluate(() => globalThis.freezer.during(() => document.dispatchEvent(new Event('visibilitychange'))));
    await page.see(say('team.takenOver'), say('team.readOnlyNote'));
    assert.equal(await canWrite(page), false);
    second.quiet();
  },
  PLAIN,
);

everywhere(
  'what the store had not got when the tab was taken over can be brought to the other',
  async ({ page, address, browser }) => {
    await openFreezable(page, address);
    await readyRecord(page, '-1', LATE);
    await freeze(page);
    await page.click('button', say('team.recordSave'), { exact: true });
    await page.see(say('team.recordSaved'), say('store.pending'));

    const second = await openBeside(browser, address);
    await takeOver(second);
    await record(second, '-4', SECOND);
    await saved(second);
    await thaw(page);
    await page.tab.bringToFront();
    await page.see(say('team.takenOver'), say('team.unsavedHere'));
    const { name, bytes } = await exportWorkbook(page);
    await page.gone(say('team.unsavedHere'));

    await second.tab.bringToFront();
    await go(second, 'partCollect');
    await second.drop([{ name, bytes }], 'kaohe-team');
    await second.see(say('team.outcomeAccepted'));
    await saved(second);
    assert.deepEqual(await reasonsInStore(second), [FIRST, SECOND, LATE].sort());
    await second.close();

    // What is only here has become a file, and is still not given up unasked.
    await page.tab.bringToFront();
    await page.see(say('team.leftNote'));
    assert.deepEqual(await reasons(page), [FIRST, LATE].sort());
    await page.click('button', say('team.leftGoOn'), { exact: true });
    await page.see(say('team.tookOver'));
    assert.deepEqual(await reasons(page), [FIRST, SECOND, LATE].sort());
  },
  PLAIN,
);

everywhere(
  'what was changed is saved when the tab is hidden, before its clock may stand still',
  async ({ page, address }) => {
    await openFreezable(page, address);
    await readyRecord(page, '-1', LATE);
    await freeze(page);
    await page.click('button', say('team.recordSave'), { exact: true });
    await page.see(say('team.recordSaved'), say('store.pending'));
    await page.evaluate(() => globalThis.freezer.during(() => document.dispatchEvent(new Event('visibilitychange'))));
    await saved(page);
    assert.deepEqual(await reasonsInStore(page), [FIRST, LATE].sort());
  },
  PLAIN,
);

everywhere(
  'a tab that was closed leaves no question',
  async ({ page, address, browser }) => {
    await openFreezable(page, address);
    await closeTab(page);
    const second = await browser.newPage();
    await openKept(second, address);
    await second.find('button', say('team.partRecords'), { part: true });
    assert.equal((await second.text()).includes(say('team.silentTitle')), false);
    await record(second, '-2', SECOND);
    await saved(second);
    assert.deepEqual(await reasonsInStore(second), [FIRST, SECOND].sort());
    second.quiet();
  },
  PLAIN,
);

everywhere(
  'of two tabs that open a workbook at the same moment one writes',
  async ({ page, address, browser }) => {
    await openFreezable(page, address);
    await page.click('button', say('team.putAway'));
    const tabs = [await browser.newPage(), await browser.newPage()];
    for (const tab of tabs) await seeKept(tab, address);
    // Both react to one word, and neither to a driver that comes to one after the other.
    for (const tab of tabs) await pressAt(tab, say('period.month', { year: '2026', month: '10' }));
    await page.evaluate(() => new BroadcastChannel('start').postMessage('now'));
    for (const tab of tabs) await tab.see(say('team.exportWorkbook'));
    const writing = await Promise.all(tabs.map(canWrite));
    assert.deepEqual(writing.toSorted(), [false, true]);
    const [writer, reader] = writing[0] ? tabs : tabs.toReversed();
    await reader.see(say('team.readOnlyNote'));
    await writer.tab.bringToFront();
    await record(writer, '-4', SECOND);
    await saved(writer);
    await writer.close();
    await reader.tab.bringToFront();
    await reader.see(say('team.tookOver'));
    assert.deepEqual(await reasons(reader), [FIRST, SECOND].sort());
    reader.quiet();
  },
  PLAIN,
);

// A browser keeps pages that hold a lock, or that another tab speaks to, from being shown again so; it may learn to, so the events are ours.
const shownAgain = async ({ page, address, browser }) => {
  await openWorkbook(page, address, MONTH);
  await record(page, '-1', FIRST);
  await saved(page);
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const second = await browser.newPage();
  await openKept(second, address);
  await record(second, '-2', SECOND);
  await saved(second);
  await closeTab(second);
  await page.tab.bringToFront();
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await page.see(say('team.tookOver'));
  await record(page, '-4', LATE);
  await saved(page);
  assert.deepEqual(await reasonsInStore(page), [FIRST, SECOND, LATE].sort());
};

everywhere('a page that is shown again as it was left', shownAgain, PLAIN);
everywhere('a page that is shown again as it was left', shownAgain, { places: ['served'], browsers: ['Chromium'] });

/** With something in the store. */
async function openFreezable(page, address) {
  await page.before(freezable);
  await openWorkbook(page, address, MONTH);
  assert.equal(await page.evaluate(() => navigator.locks), undefined);
  await record(page, '-1', FIRST);
  await saved(page);
}

/** As a person does: the drivers' own way leaves the page's last word out. */
const closeTab = (page) => page.tab.close({ runBeforeUnload: true });

const freeze = (page) => page.evaluate(() => globalThis.freezer.freeze());
const thaw = (page) => page.evaluate(() => globalThis.freezer.thaw());

/** When the frozen tab has renewed nothing for a while: not time goes by, its lease is made one of yesterday. */
async function openBeside(browser, address) {
  const page = await browser.newPage();
  await seeKept(page, address);
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.startsWith('kaohe-workbook:'));
    localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name)), until: Date.now() - 86_400_000 }));
  });
  await page.click('button', say('period.month', { year: '2026', month: '10' }));
  await page.see(say('team.exportWorkbook'));
  return page;
}

async function takeOver(page) {
  await page.see(say('team.silentTitle'));
  await page.click('button', say('team.silentYes'), { exact: true, within: say('team.silentTitle') });
  await page.see(say('team.tookOver'));
}

async function canWrite(page) {
  await go(page, 'partRecords');
  await page.see(say('team.recordList', { count: '' }).split('（')[0]);
  return page.has('button', say('team.recordSave'), { exact: true });
}

async function pressAt(page, name) {
  const button = await page.find('button', name);
  await button.evaluate((one) => {
    new BroadcastChannel('start').addEventListener('message', () => one.click());
  });
}

const reasons = async (page) => ours((await exportWorkbook(page)).bytes);

/** What would be found here again after the machine has gone down. */
async function reasonsInStore(page) {
  return ours(
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('kaohe');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result.find(({ kind }) => kind === 'workbook').text);
            };
          };
        }),
    ),
  );
}

const ours = (workbook) =>
  JSON.parse(workbook)
    .records.map(({ reason }) => reason)
    .filter((reason) => [FIRST, SECOND, LATE].includes(reason))
    .sort();
