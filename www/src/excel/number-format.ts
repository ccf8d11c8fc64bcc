// What a number's format says about what it means: Excel keeps a date as a count of days and 85% as 0.85. Only that is
// read from it; rounding, colours and units of a format are how it looks, and the number itself is taken.
export type NumberFormat = { kind: 'plain' | 'percent' | 'date' | 'duration' } | { kind: 'padded'; prefix: string; digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
/** The ids that a file need not spell out (ECMA-376, 18.8.30), those of Chinese Excel among them. */
const BUILT_IN: [from: number, to: number, kind: 'percent' | 'date' | 'duration'][] = [
  [9, 10, 'percent'],
  [14, 22, 'date'],
  [27, 36, 'date'],
  [45, 45, 'date'],
  [46, 46, 'duration'],
  [47, 47, 'date'],
  [50, 58, 'date'],
];

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code);
  const found = BUILT_IN.find(([from, to]) => id >= from && id <= to);
  return found ? { kind: found[2] } : PLAIN;
}

function formatOfCode(code: string): NumberFormat {
  // `0000` shows 12 as 0012, and `"K"00` shows 7 as K07: staff numbers are kept so.
  const [, prefix = '', digits] = /^(?:"([^"]*)")?(0{2,})$/.exec(code) ?? [];
  if (digits !== undefined) return { kind: 'padded', prefix, digits: digits.length };
  // Words in quotes, escaped letters, and the letters whose width a format leaves blank or repeats.
  const bare = code.replace(/"[^"]*"|\\.|[_*]./g, '');
  if (bare.includes('%')) return { kind: 'percent' };
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return { kind: 'duration' };
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/general|standard/gi, '');
  return /[ymdhs]|aaa/i.test(letters) ? { kind: 'date' } : PLAIN;
}
