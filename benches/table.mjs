// Figures as a table that reads well in a terminal and is Markdown.

/** Three digits, in the unit that suits: `0.73 ms`, `21.9 µs`, `32.3 s`. */
export function time(milliseconds) {
  if (milliseconds === undefined) return '';
  const [value, unit] =
    milliseconds >= 1000 ? [milliseconds / 1000, 's'] : milliseconds >= 0.1 ? [milliseconds, 'ms'] : [milliseconds * 1000, 'µs'];
  return `${digits(value)} ${unit}`;
}

export const ratio = (one, other) => (one === undefined || other === undefined ? '' : digits(one / other));
export const mebibytes = (bytes) => (bytes === undefined ? '' : `${digits(bytes / 1048576)} MiB`);
export const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
export const counted = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** Totals, grades, ranks and warnings that are wrong. */
export function mistakes(wrong) {
  if (wrong === undefined) return '';
  const counts = Object.values(wrong);
  return counts.every((count) => count === 0) ? 'none' : counts.map(counted).join(' · ');
}

export function table(title, head, rows) {
  const lines = [head, ...rows].map((cells) => head.map((_, at) => String(cells[at] ?? '')));
  const widths = head.map((_, at) => Math.max(...lines.map((cells) => cells[at].length)));
  const shown = lines.map(
    (cells) => `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at]))).join(' | ')} |`,
  );
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [`**${title}**`, '', shown[0], rule, ...shown.slice(1), ''].join('\n');
}
