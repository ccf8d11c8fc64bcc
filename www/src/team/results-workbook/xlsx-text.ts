// Text in the parts of an .xlsx. Every text stands in one table, and a cell names its place there (t="s"): it is text by its type,
// whatever it begins with, and no program that opens the file takes it for a formula or a number. Texts inside the cells would do
// too, but Numbers and the previews of telephones show them as empty.
const MOST_LETTERS = 32_767;
/** What XML 1.0 cannot hold, also as `&#7;`; a carriage return would be read as a line end. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/g;
/** What is no letter in any writing. */
const BROKEN = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKUP: { [letter: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => MARKUP[letter]!);
}

/** `_x0007_` is how the format writes such a letter (ST_Xstring); what looks like that by itself must not become one. */
function xstring(text: string): string {
  const literal = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  const held = literal.replace(CONTROL, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escaped(held.replace(BROKEN, '\ufffd'));
}

/** For attributes, which have no such way of writing. */
export function attribute(text: string): string {
  return escaped(text.replace(CONTROL, '\ufffd').replace(BROKEN, '\ufffd'));
}

/** Excel calls a file with a longer text damaged. */
function bounded(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  return `${text.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

export class SharedTexts {
  #places = new Map<string, number>();
  #used = 0;

  placeOf(text: string): number {
    const held = bounded(text);
    this.#used += 1;
    let place = this.#places.get(held);
    if (place === undefined) this.#places.set(held, (place = this.#places.size));
    return place;
  }

  *xml(): Generator<string> {
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#used}" uniqueCount="${this.#places.size}">`;
    // Blanks at either end are part of a text.
    for (const text of this.#places.keys()) yield `<si><t xml:space="preserve">${xstring(text)}</t></si>`;
    yield '</sst>';
  }
}
