// The two browsers, each started as a person's would be: a fresh profile, its own rules for file:// left alone.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { Page } from './page.mjs';

export const browserNames = ['Chromium', 'Firefox'];

/** @returns {Promise<{name: string, newPage(): Promise<Page>, close(): Promise<void>}>} */
export async function start(name) {
  const downloads = await mkdtemp(join(tmpdir(), 'kaohe-downloads-'));
  const browser = await (name === 'Chromium' ? startChromium(downloads) : startFirefox(downloads));
  return {
    name,
    newPage: async () => new Page(await browser.newTab(), downloads, name),
    close: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

function program(variable) {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} names no browser: \`cargo xtask test browser\` finds or installs one`);
  return path;
}

// playwright keeps downloads to itself until asked; a persistent profile with CDP's own setting puts them where we look.
async function startChromium(downloads) {
  const profile = await mkdtemp(join(tmpdir(), 'kaohe-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program('KAOHE_CHROMIUM'),
    headless: true,
    acceptDownloads: true,
    locale: 'zh-CN',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  return {
    newTab: async () => {
      const tab = await context.newPage();
      tab.on('download', (download) => download.saveAs(join(downloads, download.suggestedFilename())));
      return tab;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

// The drivers' recommended preferences relax the file policy that a double click meets.
async function startFirefox(downloads) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('KAOHE_FIREFOX'),
    headless: true,
    extraPrefsFirefox: {
      'remote.prefs.recommended': false,
      'security.fileuri.strict_origin_policy': true,
      'intl.accept_languages': 'zh-CN, en',
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      'browser.download.always_ask_before_handling_new_types': false,
      'app.update.disabledForTesting': true,
      'browser.startup.page': 0,
      'datareporting.policy.dataSubmissionEnabled': false,
      'toolkit.telemetry.reportingpolicy.firstRun': false,
      'browser.aboutwelcome.enabled': false,
    },
  });
  return { newTab: () => browser.newPage(), close: () => browser.close() };
}
