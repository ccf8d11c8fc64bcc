// The command line, which must write the same bytes as the page.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { path } from './places.mjs';

const run = promisify(execFile);

/** What `kaohe COMMAND FILE` prints for these bytes. */
export async function kaohe(command, bytes) {
  const folder = await mkdtemp(join(tmpdir(), 'kaohe-command-'));
  try {
    await writeFile(join(folder, 'workbook.json'), bytes);
    const program = join(process.env.CARGO_TARGET_DIR ?? path('target'), 'release/kaohe');
    const { stdout } = await run(program, [command, join(folder, 'workbook.json')], { encoding: 'buffer', maxBuffer: 1 << 28 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
