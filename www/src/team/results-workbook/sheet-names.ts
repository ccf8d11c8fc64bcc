// Names that Excel takes for sheets: at most 31 letters, none of []:*?/\, no apostrophe at either end, not twice the same.
const MOST_LETTERS = 31;

export function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = allowed(name);
    for (let number = 1; ; number += 1) {
      const mark = number === 1 ? '' : ` (${number})`;
      const found = `${cut(base, MOST_LETTERS - mark.length)}${mark}`;
      if (taken.has(known(found))) continue;
      taken.add(known(found));
      return found;
    }
  });
}

/** Two that differ in capitals, or in the width of letters, are one name to Excel. */
function known(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function allowed(name: string): string {
  // Control and direction marks too: nobody sees what makes such a name another.
  const clean = name
    .replace(/[[\]:*?/\\]/g, '-')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
    .trim();
  const whole = cut(clean.replace(/^'+/, ''), MOST_LETTERS);
  // Excel keeps this one for itself.
  return whole === '' || /^history$/i.test(whole) ? `${whole}_` : whole;
}

/** Never through the middle of a letter beyond 16 bits, and not so that an apostrophe comes last. */
function cut(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/['\s]+$/, '');
}
