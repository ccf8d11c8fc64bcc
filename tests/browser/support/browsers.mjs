// The browsers, each started as a person's would be: a fresh profile, its own rules for file:// left alone.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { Page } from './page.mjs';
import { startWebKit } from './webkit.mjs';

export const browserNames = ['Chromium', 'Firefox'];
/** With the one that goes the ways of webkit.test.mjs only: every way in it would take as long again as in another. */
export const allBrowserNames = [...browserNames, 'WebKit'];

const STARTERS = {
  Chromium: async (...folders) => startChromium(program('KAOHE_CHROMIUM'), ...folders),
  Firefox: async (...folders) => startFirefox(program('KAOHE_FIREFOX'), ...folders),
  WebKit: async (...folders) => startWebKit(program('KAOHE_WEBKIT'), ...folders),
};

/** A name of this machine that browsers trust no more than any server of an intranet: over http no secure context. */
export const INTRANET = 'kaohe.test';

/**
 * @param options.profile a folder that outlives the browser; without one, a fresh profile that goes with it
 * @returns {Promise<{name: string, newPage(): Promise<Page>, kill(): Promise<void>, close(): Promise<void>}>}
 */
export async function start(name, { profile } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), 'kaohe-downloads-'));
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'kaohe-profile-')));
  const tidy = async () => {
    await rm(downloads, { recursive: true, force: true });
    if (profile === undefined) await rm(folder, { recursive: true, force: true });
  };
  const browser = await STARTERS[name](downloads, folder).catch(async (error) => {
    await tidy();
    throw error;
  });
  return {
    name,
    newPage: async () => new Page(await browser.newTab(), downloads, name),
    /** All its processes at once and unasked: none of them writes another byte. */
    kill: async () => {
      process.kill(-browser.group, 'SIGKILL');
      await browser.gone;
      await tidy();
    },
    close: async () => {
      await browser.close();
      await tidy();
    },
  };
}

function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} names no browser: \`cargo xtask test browser\` finds or installs one`);
  return path;
}

// playwright keeps downloads to itself until asked; a persistent profile with CDP's own setting puts them where we look.
async function startChromium(path, downloads, profile) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    acceptDownloads: true,
    locale: 'zh-CN',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`,
    ],
  });
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return {
    // The driver starts it at the head of a group of its own.
    group: processInfo.find(({ type }) => type === 'browser').id,
    gone: new Promise((resolve) => context.on('close', resolve)),
    newTab: async () => {
      const tab = await context.newPage();
      tab.on('download', (download) => download.saveAs(join(downloads, download.suggestedFilename())));
      return tab;
    },
    close: () => context.close(),
  };
}

// The drivers' recommended preferences relax the file policy that a double click meets.
async function startFirefox(path, downloads, profile) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    userDataDir: profile,
    executablePath: path,
    headless: true,
    extraPrefsFirefox: {
      'remote.prefs.recommended': false,
      'security.fileuri.strict_origin_policy': true,
      'intl.accept_languages': 'zh-CN, en',
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      // Else the first download of a profile opens its panel, which keeps the keyboard.
      'browser.download.panel.shown': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'app.update.disabledForTesting': true,
      'browser.startup.page': 0,
      'datareporting.policy.dataSubmissionEnabled': false,
      'toolkit.telemetry.reportingpolicy.firstRun': false,
      'browser.aboutwelcome.enabled': false,
      'network.dns.localDomains': INTRANET,
    },
  });
  const running = browser.process();
  return {
    group: running.pid,
    gone: new Promise((resolve) => running.once('exit', resolve)),
    newTab: () => browser.newPage(),
    close: () => browser.close(),
  };
}
