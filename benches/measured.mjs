// Asks for one measurement after the other and keeps what came of it; what cannot be measured is said, and why.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const NODE = fileURLToPath(new URL('node.mjs', import.meta.url));

export class Measured {
  /** @param places the folders of data, engine and peers; @param browser from `chromium()`, or nothing */
  constructor(places, browser, { least, starts }) {
    Object.assign(this, { places, browser, least, starts, missing: [] });
  }

  async ask(host, question) {
    const asked = { least: this.least, ...question };
    try {
      return host === 'node' ? this.#inNode(asked) : await this.browser.measure(asked);
    } catch (error) {
      this.missing.push(`${host}, ${named(question)}: ${reason(error)}`);
      return undefined;
    }
  }

  /** A start cannot be repeated in one process: several processes, and the median of each part. */
  async start(host, question = { task: 'start' }) {
    const starts = [];
    for (let left = this.starts; left > 0; left -= 1) starts.push(await this.ask(host, question));
    const there = starts.filter((one) => one !== undefined);
    return Object.fromEntries(Object.keys(there[0] ?? {}).map((part) => [part, median(there.map((one) => one[part]))]));
  }

  #inNode(asked) {
    // A hundred thousand people's objects are more than node allows itself.
    const words = ['--max-old-space-size=12000', NODE, JSON.stringify({ ...asked, ...this.places })];
    const output = execFileSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
    // Some peers have something to say for themselves; the last line is ours.
    return JSON.parse(output.toString().trim().split('\n').at(-1));
  }
}

const named = ({ task, who = '', people = '' }) => [task, who, people].filter(Boolean).join(' ');

function reason(error) {
  const lines = `${error.stderr ?? ''}\n${error.message}`.split('\n');
  return (lines.find((line) => /^\w*Error\b.*:/.test(line)) ?? lines.at(-1)).replace(/^(page\.evaluate: )?(Error: )?/, '').slice(0, 160);
}
