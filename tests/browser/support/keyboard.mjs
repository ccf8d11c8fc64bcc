// For who has no mouse: the Tab key until the wanted thing has the keyboard.
const MOST = 150;

/** Self-contained: its text is sent into the page. The name of what the keyboard is on, through shadow roots. */
function focusedInPage() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const text = (node) => (node?.innerText ?? '').replace(/\s+/g, ' ').trim();
  return at?.getAttribute('aria-label') ?? (at?.labels?.length ? [...at.labels].map(text).join(' ') : text(at));
}

/** Forwards, or `back`, to what has a name that begins so. */
export async function tabTo(page, name, { back = false } = {}) {
  const passed = [];
  while (passed.length < MOST) {
    if (back) await page.tab.keyboard.down('Shift');
    await page.press('Tab');
    if (back) await page.tab.keyboard.up('Shift');
    const on = await focused(page);
    if (on.startsWith(name)) return;
    passed.push(on.slice(0, 20));
  }
  throw new Error(`${page.browserName}: the Tab key never came to ${name}, but to ${passed.join(' | ')}`);
}

export const focused = (page) => page.evaluate(focusedInPage);

/** Types where the keyboard is. */
export const type = (page, text) => page.tab.keyboard.type(text);
