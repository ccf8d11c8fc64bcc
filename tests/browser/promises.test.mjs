// What the README promises beyond figures, tried the hard way: browsers are killed, stores refuse, engines trap and hang,
// two tabs want one workbook, scripts try to send.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserNames, start } from './support/browsers.mjs';
import { STORES, noWebAssembly, spoilEngines } from './support/faults.mjs';
import { COMMENT, SCORES, SUBJECT, address as whoRatesWhom, saved, score, seeFigures } from './support/form.mjs';
import { openPlace } from './support/places.mjs';
import { listen, noteRefusals, sendInPage } from './support/sending.mjs';
import { closePeriod, exportWorkbook, go, openKept, openWorkbook, record, seeResults } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const MONTH = 'samples/s7/2026-10.json';
const DISK = { places: ['from disk'] };

// --- Killed: what was acknowledged is offered again, and at most a second of typing is lost ---

for (const browserName of browserNames) {
  test(`what was saved survives kill -9: ${browserName}`, async () => {
    const { address } = await openPlace('from disk');
    const profile = await mkdtemp(join(tmpdir(), 'kaohe-killed-'));
    let browser;
    const again = async () => (browser = await start(browserName, { profile }));
    try {
      await again();
      const workbook = await workOnTheMonth(await browser.newPage(), address);
      const first = await browser.newPage();
      await fillIn(first, address);
      const typing = await typeOn(first);
      const killed = Date.now();
      await browser.kill();

      await again();
      await findsTheMonth(await browser.newPage(), address, workbook);
      const second = await browser.newPage();
      const kept = await findsTheForm(second, address);
      assert.ok(typing.text.startsWith(kept), `something else came back: ${kept}`);
      assert.ok(kept.startsWith(typing.acknowledged), `shown as saved: ${typing.acknowledged}; came back: ${kept}`);
      const older = typing.times.filter((at) => at < killed - 1000).length;
      assert.ok(kept.length >= older, `${older} letters were older than a second, ${kept.length} came back`);

      // And once more, in the moment in which the page says that it is saved.
      await second.fill(say('form.remark'), '最后一句');
      await saved(second);
      await browser.kill();

      await again();
      assert.equal(await findsTheForm(await browser.newPage(), address), '最后一句');
    } finally {
      await browser?.close().catch(() => undefined);
      await rm(profile, { recursive: true, force: true });
    }
  });
}

/** Gives the workbook's bytes as the page had them when it said that they are saved. */
async function workOnTheMonth(page, address) {
  await openWorkbook(page, address, MONTH);
  await record(page, '-3', '未按流程核实身份');
  await saved(page);
  return (await exportWorkbook(page)).bytes.toString();
}

async function findsTheMonth(page, address, workbook) {
  await openKept(page, address);
  await go(page, 'partRecords');
  await page.see('未按流程核实身份');
  assert.equal((await exportWorkbook(page)).bytes.toString(), workbook);
}

async function fillIn(page, address) {
  await page.goto(await address('form'));
  await whoRatesWhom(page);
  await score(page);
  await page.fill(say('form.commentOf', { criterion: '目标完成度' }), COMMENT);
  await saved(page);
}

/** Types on and on, for longer than may be lost, and notes what the page had acknowledged by then. */
async function typeOn(page) {
  const field = await page.find('field', say('form.remark'));
  await field.evaluate((one) => one.focus());
  const times = [];
  let text = '';
  let acknowledged = '';
  do {
    const key = String(times.length % 10);
    await page.tab.keyboard.type(key);
    times.push(Date.now());
    text += key;
    const { value, safe } = await field.evaluate((one) => ({
      value: one.value,
      safe: one.getRootNode().querySelector('.save.saved') !== null,
    }));
    if (safe) acknowledged = value;
  } while (times.at(-1) - times[0] < 2000);
  return { times, acknowledged, text };
}

/** Everything but the remark is there; gives back the remark. */
async function findsTheForm(page, address) {
  await page.goto(await address('form'));
  await page.see(say('start.drafts'), SUBJECT.name);
  await page.click('button', say('start.continue'));
  await page.see(say('form.draftFound', { date: '' }).split('（')[0]);
  await seeFigures(page);
  for (const [criterion, typed] of SCORES) assert.equal(await page.value(criterion, { exact: true }), typed);
  assert.equal(await page.value(say('form.commentOf', { criterion: '目标完成度' })), COMMENT);
  return page.value(say('form.remark'));
}

// --- Two tabs on one workbook: one writes, and no edit is lost ---

async function twoTabs({ page, address, browser, placeName }) {
  await openWorkbook(page, address, MONTH);
  assert.equal(await page.evaluate(() => navigator.locks === undefined), placeName === 'plain http');
  await record(page, '-1', '第一个窗口的第一笔');
  await saved(page);

  const second = await browser.newPage();
  await openKept(second, address);
  await second.see(say('team.readOnlyNote'));
  await go(second, 'partRecords');
  await second.see('第一个窗口的第一笔');
  assert.equal(await second.has('button', say('team.recordSave'), { exact: true }), false);
  await second.drop([{ name: 'form.json', bytes: Buffer.from('{}') }], 'kaohe-team');
  await second.see(say('team.readOnlyRefusal'));

  await page.tab.bringToFront();
  await record(page, '-2', '第一个窗口的第二笔');
  await saved(page);
  await page.close();

  await second.tab.bringToFront();
  await second.see(say('team.tookOver'));
  await record(second, '-4', '第二个窗口的一笔');
  await saved(second);
  const { records } = JSON.parse((await exportWorkbook(second)).bytes);
  const reasons = records.map(({ reason }) => reason).filter((reason) => /窗口/.test(reason));
  assert.deepEqual(reasons.sort(), ['第一个窗口的第一笔', '第一个窗口的第二笔', '第二个窗口的一笔'].sort());
  second.quiet();
}

// Both kinds of page with locks, and without them both browsers.
everywhere('two tabs on one workbook', twoTabs, { browsers: ['Chromium'], places: ['served', 'plain http'] });
everywhere('two tabs on one workbook', twoTabs, { browsers: ['Firefox'], places: ['from disk', 'plain http'] });

// --- The pages send nothing ---

test('the single files say in their first lines what may run, and that nothing may be sent', async () => {
  const { address } = await openPlace('from disk');
  for (const name of ['form', 'workbench']) {
    const page = await readFile(fileURLToPath(await address(name)), 'utf8');
    const scripts = [...page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    assert.deepEqual(Object.fromEntries(policyOf(page)), {
      'default-src': ["'none'"],
      'script-src': [...scripts, "'wasm-unsafe-eval'"],
      'style-src': ["'unsafe-inline'"],
      'img-src': ['data:', 'blob:'],
      'connect-src': ["'none'"],
      'worker-src': ['blob:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    // What a policy does not cover, and the pages do not use.
    assert.doesNotMatch(page, /RTCPeerConnection|rel="?(preconnect|dns-prefetch)/);
  }
});

test('the served pages carry a policy in their first lines and as a header, and speak to their own server only', async () => {
  const { address, close } = await openPlace('served');
  for (const name of ['workbench', 'form']) {
    const answer = await fetch(await address(name));
    const policy = policyOf(await answer.text());
    assert.deepEqual(parsed(answer.headers.get('content-security-policy')), policy);
    assert.deepEqual([policy.get('default-src'), policy.get('connect-src')], [["'none'"], ["'self'"]]);
  }
  await close();
});

/** Each directive with what it allows. */
const parsed = (policy) => new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));

function policyOf(page) {
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page.split('\n').slice(0, 5).join('\n')) ?? [];
  assert.ok(policy, 'there is no policy in the first five lines');
  return parsed(policy);
}

everywhere(
  'the single files ask for nothing, from the first score to the export',
  async ({ page, address, browser }) => {
    await fillIn(page, address);
    await page.download(() => page.click('button', say('form.export')));
    await askedForItselfOnly(page, await address('form'));

    const team = await browser.newPage();
    await workOnTheMonth(team, address);
    for (const part of ['partPeople', 'partCollect', 'partResults', 'partClosing']) await go(team, part);
    await go(team, 'partResults');
    await team.click('button', say('team.openNumber', { name: '样例甲一', value: '115.00' }));
    await team.see(say('team.explainHelp'));
    await team.press('Escape');
    for (const file of ['exportResult', 'exportCsv']) await team.download(() => team.click('button', say(`team.${file}`)));
    await askedForItselfOnly(team, await address('workbench'));
    team.quiet();
  },
  DISK,
);

/** The worker's script and the downloads come from the page's own memory. Of files Firefox tells its driver nothing. */
async function askedForItselfOnly(page, itself) {
  assert.deepEqual(
    page.requests.filter((address) => !/^(blob|data):/.test(address) && address !== itself),
    [],
  );
}

async function sendsNothing({ address, browser, placeName }) {
  const server = await listen();
  try {
    const page = await browser.newPage();
    await page.goto(await address('form'));
    await page.see(say('who.title'));
    await page.evaluate(noteRefusals);
    const ways = await page.evaluate(sendInPage, server.url);
    await page.until(`for all of ${ways} to be refused`, async () => {
      const refused = await page.evaluate(() => globalThis.refused);
      // Of what would stand in a frame of its own the browser names only where it would have come from.
      return ways.every((way) => refused.some((one) => one.endsWith(`/${way}`) || one.startsWith(`${way}-src `)));
    });
    assert.deepEqual([...server.heard], []);
    await onlyOurScripts(page);
    if (placeName === 'served') return;

    // The same attempts from a page without a policy all arrive: it was the policy that refused them.
    const folder = await mkdtemp(join(tmpdir(), 'kaohe-open-'));
    await writeFile(join(folder, 'open.html'), '<!doctype html><title>no policy</title><body></body>');
    const open = await browser.newPage();
    await open.goto(pathToFileURL(join(folder, 'open.html')).href);
    await open.evaluate(sendInPage, server.url);
    await open.until(
      `for all of ${ways} to arrive`,
      () => ways.every((way) => server.heard.has(way)),
      () => `arrived: ${[...server.heard]}`,
    );
    await rm(folder, { recursive: true });
  } finally {
    server.close();
  }
}

everywhere('what a script in the page tries to send is refused', sendsNothing, DISK);
everywhere('what a script in the page tries to send is refused', sendsNothing, { browsers: ['Chromium'], places: ['served'] });

/** A script that somebody brings in does not run, in whatever clothes it comes. */
async function onlyOurScripts(page) {
  const ran = await page.evaluate(async () => {
    globalThis.ran = [];
    const script = Object.assign(document.createElement('script'), { textContent: 'ran.push("inline")' });
    const image = document.createElement('div');
    image.innerHTML = '<img src="data:," onerror="ran.push(\'handler\')">';
    const link = Object.assign(document.createElement('a'), { href: 'javascript:ran.push("link")' });
    document.body.append(script, image, link);
    const blob = URL.createObjectURL(new Blob(['ran.push("blob")'], { type: 'text/javascript' }));
    // Later than this call, in which the driver's own leave to evaluate text would hold for ours too.
    await new Promise((later) => setTimeout(later));
    for (const one of [
      // oxlint-disable-next-line no-eval -- it is to be refused
      () => (0, eval)('ran.push("eval")'),
      // oxlint-disable-next-line typescript/no-implied-eval -- it is to be refused
      () => new Function('ran.push("function")')(),
      () => link.click(),
      () => import(blob),
    ]) {
      try {
        await one();
      } catch {
        // refused, as it should be
      }
    }
    await image.firstChild.decode().catch(() => undefined);
    return globalThis.ran;
  });
  assert.deepEqual(ran, []);
}

// --- A store that fails: the page works on, says so in red, and offers the file ---

// Each of them in one browser: it is the page that has to bear it.
const WITHOUT_STORE = {
  Chromium: [
    ['never answers', formWithoutStore],
    ['is missing', formWithoutStore],
    ['gives up while it writes', workbookWithoutStore],
  ],
  Firefox: [
    ['is refused', formWithoutStore],
    ['is full', workbookWithoutStore],
  ],
};

everywhere(
  'a store that fails, or is wiped while it is in use',
  async ({ page, address, browser }) => {
    for (const [what, use] of WITHOUT_STORE[browser.name]) {
      const without = await browser.newPage();
      await without.before(STORES[what]);
      await use(without, address).catch((cause) => {
        throw new Error(`with a store that ${what}`, { cause });
      });
      without.quiet();
      await without.close();
    }
    await wiped(page, address, browser);
  },
  DISK,
);

async function formWithoutStore(page, address) {
  await page.goto(await address('form'));
  await whoRatesWhom(page);
  const [[criterion, typed]] = SCORES;
  await page.fill(criterion, typed, { exact: true });
  await page.find('button', `${say('form.total')} ${typed}0,`);
  await saysNotSaved(page);
  await page.click('button', say('form.export'));
  const { bytes } = await page.download(() => page.click('button', say('form.exportAnyway')));
  assert.deepEqual(
    JSON.parse(bytes).rating.scores.map((one) => one.score),
    [typed],
  );
}

async function workbookWithoutStore(page, address) {
  await openWorkbook(page, address, MONTH);
  await record(page, '-10', '没有保存的一笔');
  await saysNotSaved(page);
  assert.match((await exportWorkbook(page)).bytes.toString(), /没有保存的一笔/);
  await go(page, 'partResults');
  await seeResults(page, [['K03', '94', '6 / 12']]);
}

/** In words, white on red. */
async function saysNotSaved(page) {
  await page.see(say('store.failed'));
  const ground = await page.evaluate((words) => {
    const shadows = function* (root) {
      yield root;
      for (const one of root.querySelectorAll('*')) if (one.shadowRoot) yield* shadows(one.shadowRoot);
    };
    const alerts = [...shadows(document)].flatMap((root) => [...root.querySelectorAll('[role=alert]')]);
    return getComputedStyle(alerts.find((one) => one.innerText.trim() === words)).backgroundColor;
  }, say('store.failed'));
  const [red, green, blue] = ground.match(/\d+/g).map(Number);
  assert.ok(red > 150 && green < 60 && blue < 60, `on ${ground}`);
}

/** What is cleared elsewhere is gone; what is on the page is stored again with the next letter. */
async function wiped(page, address, browser) {
  await page.tab.bringToFront();
  await fillIn(page, address);
  const other = await browser.newPage();
  await other.goto(await address('form'));
  await other.evaluate(
    () => new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase('kaohe'), { onsuccess: resolve, onerror: reject })),
  );
  await other.close();
  await page.fill(say('form.remark'), '之后写的');
  await saved(page);
  await page.reload();
  await seeFigures(page);
  assert.equal(await page.value(say('form.remark')), '之后写的');
}

// --- An engine that traps or hangs is replaced, and the question is asked again ---

everywhere(
  'an engine that traps or hangs',
  async ({ page, address, browser }) => {
    await trapsUnderTheForm(page, address);
    await rescuesTheDraft(await browser.newPage(), address);
    const team = await browser.newPage();
    await failsTheWorkbench(team, address);
    team.quiet();
  },
  DISK,
);

async function trapsUnderTheForm(page, address) {
  await page.before(spoilEngines, { where: 'page', engines: [{ call: 'liveform_enter', fault: 'trap' }] });
  await fillIn(page, address);
  await page.see(say('form.recovered'));
  await seeFigures(page);
}

/** In a browser that cannot run any engine. */
async function rescuesTheDraft(page, address) {
  await page.before(noWebAssembly);
  await page.goto(await address('form'));
  await page.see('这个浏览器不能运行本页面');
  const { bytes } = await page.download(() => page.click('button', '导出草稿 / Export the drafts'));
  assert.equal(JSON.parse(bytes).entries[0].comment, COMMENT);
}

async function failsTheWorkbench(page, address) {
  const closing = { call: 'workbook_close', fault: 'trap' };
  await page.before(spoilEngines, {
    where: 'worker',
    engines: [{ call: 'workbook_addEntry', fault: 'trap' }, { call: 'workbook_explain', fault: 'hang' }, closing, closing],
  });
  await openWorkbook(page, address, MONTH);
  await record(page, '-10', '又问了一遍');
  await page.see(say('team.engineTrapped'));
  await go(page, 'partResults');
  await seeResults(page, [['K03', '94', '6 / 12']]);
  const workbook = (await exportWorkbook(page)).bytes.toString();
  assert.equal(workbook.split('又问了一遍').length, 2, 'the record is there once');

  await page.click('button', say('team.openNumber', { name: '样例甲三', value: '94.00' }));
  await page.see(say('team.engineHung'), say('team.explainTitle', { name: '样例甲三' }), '94.00');
  await page.press('Escape');
  await page.gone(say('team.explainHelp'));

  // Asked twice and trapped twice: that step is given up, and nothing else.
  await closePeriod(page);
  await page.see(say('team.engineGaveUp'));
  assert.equal((await exportWorkbook(page)).bytes.toString(), workbook);
  await go(page, 'partResults');
  await seeResults(page, [['K03', '94', '6 / 12']]);
}

// --- A file that cannot be opened: the page says so, and takes the next one ---

everywhere(
  'a file that cannot be opened is named',
  async ({ page, address }) => {
    const trap = { call: 'identify', fault: 'trap' };
    await page.before(spoilEngines, { where: 'page', engines: [trap, trap] });
    await page.goto(await address('form'));
    await page.see(say('who.title'));
    const file = { name: 'sheet.json', bytes: Buffer.from('{"format":"kaohe-sheet","formatVersion":1}') };
    // Asked twice and trapped twice.
    await page.drop([file], 'kaohe-app');
    await page.see(say('start.unknown', { name: file.name }), '计分引擎处理这个文件时停止了');
    // The third engine is sound, and finds something else wrong with it.
    await page.drop([file], 'kaohe-app');
    await page.see(say('sheet.problems', { name: file.name }));
    await page.evaluate(() => {
      File.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    });
    await page.drop([file], 'kaohe-app');
    await page.see(say('start.unknown', { name: file.name }), say('start.unreadable'));
  },
  DISK,
);
