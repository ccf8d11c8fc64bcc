// Runs inside the page, in every browser alike: finds what a person would point at, by role and accessible name,
// through open shadow roots, among what is shown.

/** Self-contained: its text is sent into the page. Returns the only visible match, or an explanation. */
export function findInPage({ role, name, exact, part, within, group }) {
  const SELECTORS = {
    button: 'button, [role=button], input[type=submit], input[type=button], summary',
    link: 'a[href], [role=link]',
    field: 'input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, [role=textbox]',
    choice: 'input[type=radio], input[type=checkbox], [role=radio], [role=checkbox]',
    list: 'select, [role=combobox]',
    file: 'input[type=file]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    tab: '[role=tab]',
    row: 'tr, [role=row]',
    any: '*',
  };

  function* deep(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* deep(element.shadowRoot);
    }
  }

  const text = (node) => (node?.innerText ?? node?.textContent ?? '').replace(/\s+/g, ' ').trim();

  function accessibleName(element) {
    const ids = element.getAttribute('aria-labelledby');
    if (ids)
      return ids
        .split(/\s+/)
        .map((id) => text(element.getRootNode().getElementById(id)))
        .join(' ')
        .trim();
    const label = element.getAttribute('aria-label');
    if (label) return label.trim();
    if (element.labels?.length) return [...element.labels].map(text).join(' ').trim();
    if (element.matches('input, select, textarea')) return element.getAttribute('title') ?? element.placeholder ?? element.value ?? '';
    return text(element);
  }

  // What lies in a closed `details` has a place on the screen and is not shown.
  const shown = (element) =>
    role === 'file' || (element.getClientRects().length > 0 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true));
  // A part of the workbench is a button in the navigation; its name is followed by what waits there.
  const fits = (said) => (exact ? said === name : part ? said.startsWith(name) : said.includes(name));
  const holds = (element, selectors, wanted) => {
    for (let at = element; at; at = at.parentNode ?? at.host) {
      if (at instanceof Element && at.matches(selectors) && wanted(at)) return true;
    }
    return false;
  };
  const title = (holder) => text(holder.querySelector(':scope > legend, :scope > caption, :scope > summary')) || accessibleName(holder);
  const inside = (element) => {
    if (part && !element.closest('nav')) return false;
    if (group !== undefined && !holds(element, 'fieldset, [role=group], form, section, table, details', (at) => title(at) === group))
      return false;
    return (
      within === undefined ||
      holds(element, 'tr, li, form, section, fieldset, article, dialog, [role=row], details', (at) => text(at).includes(within))
    );
  };

  const candidates = [...deep(document)].filter((element) => element.matches(SELECTORS[role]) && shown(element));
  let found = candidates.filter((element) => fits(accessibleName(element)) && inside(element));
  const same = found.filter((element) => accessibleName(element) === name);
  if (same.length > 0) found = same;
  if (found.length === 1) return found[0];
  const names = candidates.map(accessibleName).filter(Boolean).slice(0, 60);
  return { count: found.length, names };
}

/** All the text that is shown, through shadow roots, in reading order. */
export function textInPage() {
  const parts = [];
  const BLOCK = /^(P|DIV|LI|TR|H[1-6]|SECTION|TD|TH|DD|DT|LABEL|BUTTON|SUMMARY|CAPTION|OPTION)$/;
  function read(node) {
    if (node.nodeType === Node.TEXT_NODE) return void parts.push(node.data);
    if (!(node instanceof Element || node instanceof ShadowRoot || node instanceof Document)) return;
    if (node instanceof Element) {
      if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.tagName) || !node.checkVisibility?.({ visibilityProperty: true })) return;
      if (BLOCK.test(node.tagName)) parts.push('\n');
    }
    const children = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    for (const child of children) read(child);
  }
  read(document.body);
  return parts
    .join('')
    .replace(/[ \t\r\f\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** What the browser gives when files are dropped from the desktop onto the named place. */
export function dropInPage(element, files) {
  const transfer = new DataTransfer();
  for (const { name, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type: 'application/json' }));
  }
  for (const type of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
  }
}
