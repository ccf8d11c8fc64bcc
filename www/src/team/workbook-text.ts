// A new workbook as a file. Its schemes go in as the text they were read from: as objects they would lose what a number of
// JavaScript cannot hold, as a 19-digit `x-…` of another program, and be other schemes by their digests.
import type { KnownScheme } from '../kit/schemes.ts';
import type { WorkbookFile } from '../engine/engine.ts';

export function workbookText(workbook: Omit<WorkbookFile, 'schemes'>, schemes: Pick<KnownScheme, 'text'>[]): string {
  const without = JSON.stringify(workbook);
  return `${without.slice(0, -1)},"schemes":[${schemes.map(({ text }) => text).join(',')}]}`;
}
