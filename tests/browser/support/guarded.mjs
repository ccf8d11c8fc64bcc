// A program that ends with us, together with all that it started: also when we are killed, since its shell then finds its
// input closed. What is left of the group has ended when nobody holds its error output any more.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 20_000;
const POLL = 20;
/** Ends the group when the program ends, or when the input does. */
const GUARD = '{ "$@"; kill 0; } & read -r _; kill 0';

export class Guarded {
  /** The program may write what it wants to say into its descriptor 3. */
  constructor(program, words, environment) {
    this.program = program;
    this.errors = '';
    this.child = spawn('sh', ['-c', GUARD, 'sh', program, ...words], {
      env: environment,
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    });
    this.group = this.child.pid;
    this.gone = new Promise((resolve) => {
      this.child.once('close', () => {
        this.ended = true;
        resolve();
      });
    });
    this.child.stderr.on('data', (said) => (this.errors += said));
    this.said = '';
    this.child.stdio[3].on('data', (said) => (this.said += said));
  }

  async firstLine() {
    await this.until(() => this.said.includes('\n'));
    return this.said.split('\n')[0];
  }

  /** Waits for a state; if the program ends before, or it never comes, tells what the program had to say. */
  async until(ready) {
    const end = Date.now() + PATIENCE;
    while (!(await ready())) {
      if (this.ended || Date.now() > end) {
        await this.end();
        throw new Error(`${this.program} ${this.ended ? 'has ended' : 'is not ready'}: ${this.errors.trim() || 'it said nothing'}`);
      }
      await pause(POLL);
    }
  }

  async end() {
    this.child.stdin.end();
    await this.gone;
  }
}
