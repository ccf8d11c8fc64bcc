// One way through the pages, tried in every browser and from every place.
import { test } from 'node:test';
import { browserNames, start } from './browsers.mjs';
import { openPlace, placeNames } from './places.mjs';

/** `walk({ page, address, browser, placeName })` runs once for each browser and place, in a profile of its own. */
export function everywhere(what, walk, { browsers = browserNames, places = placeNames } = {}) {
  for (const browserName of browsers) {
    for (const placeName of places) {
      test(`${what}: ${browserName}, ${placeName}`, () => once(walk, browserName, placeName));
    }
  }
}

/** Each browser and each place once: for a walk in which the other two would only repeat what these have shown. */
export function crosswise(what, walk) {
  for (const at of browserNames.keys()) everywhere(what, walk, { browsers: [browserNames[at]], places: [placeNames[at]] });
}

async function once(walk, browserName, placeName) {
  const place = await openPlace(placeName);
  try {
    const browser = await start(browserName);
    try {
      const page = await browser.newPage();
      await walk({ page, address: place.address, browser, placeName });
      page.quiet();
    } finally {
      await browser.close();
    }
  } finally {
    await place.close();
  }
}
