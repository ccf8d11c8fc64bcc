// WebKit, from which Safari is made: the MiniBrowser of WebKitGTK, driven by WebKitWebDriver, on a screen of its own.
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Guarded } from './guarded.mjs';
import { Session, answers } from './webdriver.mjs';
import { WebKitTab } from './webkit-tab.mjs';

/** There is no WebKit without a window. Xvfb looks for a free number itself and says it when it is ready; xvfb-run guesses. */
const SCREEN = ['-displayfd', '3', '-screen', '0', '1280x2048x24', '-nolisten', 'tcp'];
/** The whole screen, which is high: every download leaves a bar at the bottom of the window, and the page the less room. */
const WINDOW = { x: 0, y: 0, width: 1280, height: 2048 };

/** Under automation WebKit keeps nothing: what it has stored ends with it, whatever the profile. */
export async function startWebKit(program, downloads, profile) {
  const screen = new Guarded(process.env.KAOHE_XVFB || 'Xvfb', SCREEN, process.env);
  const display = await screen.firstLine();
  const port = await freePort();
  const driver = new Guarded(program, [`--port=${port}`], await environment(display, downloads, profile));
  // The screen ends when the browser has, in whatever way it did.
  const gone = driver.gone.then(() => screen.end());
  const close = async () => {
    await driver.end();
    await gone;
  };
  const session = await open(driver, `http://127.0.0.1:${port}`).catch(async (error) => {
    await close();
    throw error;
  });
  let unused = session.current;
  const newTab = async () => {
    const tab = unused ?? (await session.newTab());
    unused = undefined;
    return new WebKitTab(session, tab);
  };
  return { group: driver.group, gone, newTab, close };
}

async function open(driver, address) {
  await driver.until(() => answers(address));
  const session = await Session.open(address);
  await session.post(session.current, 'window/rect', WINDOW);
  return session;
}

/**
 * What was not needed is not here: without a GPU WebKit draws with the processor by itself, and MiniBrowser has no sandbox,
 * which root could not have, unless it is asked to.
 */
async function environment(display, downloads, profile) {
  const config = join(profile, 'config');
  await mkdir(config, { recursive: true });
  await writeFile(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return {
    ...process.env,
    DISPLAY: `:${display}`,
    // On a desktop GTK would open its window there, beside the screen that it was given.
    GDK_BACKEND: 'x11',
    // The settings and caches of whoever runs the checks stay as they are, and have no say.
    HOME: profile,
    // Here it reads where downloads go.
    XDG_CONFIG_HOME: config,
    // Without a session bus GTK starts one, which nobody ends; nothing here asks for it once settings are kept in memory.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GSETTINGS_BACKEND: 'memory',
    // A locale that every machine has.
    LC_ALL: 'C.UTF-8',
  };
}

/** The driver takes the port that it is told, and tells none that it chose. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
