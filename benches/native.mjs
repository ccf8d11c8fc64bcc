// What the native part measured, from Criterion's own files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of a stage for so many people; nothing where it was not measured. */
export function native(folder, stage, people) {
  const file = join(folder ?? '', stage, String(people), 'new/estimates.json');
  if (folder === undefined || !existsSync(file)) return undefined;
  const { median } = JSON.parse(readFileSync(file, 'utf8'));
  return { median: median.point_estimate / 1e6 };
}
