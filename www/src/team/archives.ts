// Many files in one download: browsers stop a page that starts dozens of them. Entries are stored, not compressed,
// since each is a few kilobytes; every system opens such an archive by double click.
import { zipSync } from 'fflate';

interface TextFile {
  name: string;
  text: string;
}

/** As many entries as an archive's own count can say. */
const ENTRIES = 0xffff;

/** Several archives where one cannot hold them all. */
export function archives(files: TextFile[]): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let from = 0; from < files.length; from += ENTRIES) all.push(archive(files.slice(from, from + ENTRIES)));
  return all;
}

function archive(files: TextFile[]): Uint8Array {
  const encoder = new TextEncoder();
  const entries: { [name: string]: Uint8Array } = {};
  const taken = new Set<string>();
  for (const { name, text } of files) entries[free(name, taken)] = encoder.encode(text);
  // Noon of the format's first day, by the clock of wherever this runs: a zip's dates say no zone, and the same files give
  // the same archive whenever and wherever it is made.
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1, 12) });
}

/** Two ids may become one file name, and of two files of one name unpacking leaves the last: each gets a name of its own. */
function free(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  let tried = name;
  // Some systems take large and small letters for the same.
  for (let number = 2; taken.has(tried.toLowerCase()); number += 1) tried = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
  taken.add(tried.toLowerCase());
  return tried;
}
