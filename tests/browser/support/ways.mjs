// One way through the pages, tried in every browser and from every place.
import { after, before, describe, test } from 'node:test';
import { browserNames, start } from './browsers.mjs';
import { openPlace, placeNames } from './places.mjs';

/** `walk({ page, address, browser })` runs once for each browser and place, in a profile of its own. */
export function everywhere(what, walk, { browsers = browserNames, places = placeNames } = {}) {
  for (const browserName of browsers) {
    for (const placeName of places) {
      describe(`${what}: ${browserName}, ${placeName}`, () => {
        let browser, place;
        before(async () => {
          place = await openPlace(placeName);
          browser = await start(browserName);
        });
        after(async () => {
          await browser?.close();
          await place?.close();
        });
        test(what, async () => {
          const page = await browser.newPage();
          await walk({ page, address: place.address, browser, placeName });
          page.quiet();
        });
      });
    }
  }
}
