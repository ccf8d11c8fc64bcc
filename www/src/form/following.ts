// The form follows the properties of the element: whatever they name is brought onto the desk, and what they leave out is asked.
// One thing after another, since each of them waits for store, engine or person; the last word is what the properties say then.
import { failureOf, type EngineFailure } from '../engine/engine-failure.ts';
import type { Problem } from '../engine/engine.ts';
import { allSchemes, type KnownScheme } from '../kit/schemes.ts';
import type { Address } from './address.ts';
import type { Desk } from './desk.ts';
import { whoOf, type FormState } from './form-state.ts';

export interface Followed {
  /** The form on the desk makes room for another. */
  left(): void;
  /** There is a form, and the properties say whose. */
  arrived(): void;
  draw(): void;
}

export class Following {
  schemes: KnownScheme[] | undefined;
  failure: EngineFailure | undefined;
  /** What the engine has against the form that the properties name. */
  refused: Problem[] = [];
  private due: Promise<void> | undefined;
  private under = false;
  private last: Promise<unknown> = Promise.resolve();
  /** How often the page has named another form. */
  private asked = 0;

  constructor(
    private desk: Desk,
    private address: Address,
    private host: Followed,
  ) {}

  get coming(): boolean {
    return this.due !== undefined || this.under;
  }

  /** The page names another form. */
  ask(): void {
    this.asked += 1;
    void this.soon();
  }

  /** At the end of the task: a framework sets one property after the other, and half of them name a form that nobody meant. */
  soon(): Promise<void> {
    this.due ??= new Promise((resolve) => setTimeout(resolve)).then(() => this.inTurn(() => this.follow()));
    return this.due;
  }

  /** A file, or what the browser kept: afterwards the properties say whose form it is, unless the page has named another meanwhile. */
  async bring<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      const { asked } = this;
      const done = await work();
      if (asked === this.asked) this.arrive();
      return done;
    });
  }

  /** What the browser kept over a navigation never wins over the properties; of another form it stays at hand. */
  async restore(state: FormState): Promise<void> {
    await this.soon();
    await this.bring(() => (this.address.admits(whoOf(state)) ? this.desk.restore(state) : this.desk.setAside(state)));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async follow(): Promise<void> {
    this.due = undefined;
    const { desk } = this;
    const { who } = this.address;
    if (who !== undefined && desk.holds(who)) {
      desk.rename(who);
      return this.host.draw();
    }
    this.under = true;
    this.failure = undefined;
    this.refused = [];
    this.host.draw();
    try {
      if (desk.state !== undefined) {
        await desk.putAway();
        this.host.left();
      }
      if (who !== undefined) this.refused = await desk.begin(who);
      if (desk.state === undefined) this.schemes = await allSchemes();
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.under = false;
    const named = this.address.who;
    if (named !== undefined && desk.holds(named)) this.arrive();
    this.host.draw();
  }

  private arrive(): void {
    if (this.desk.state === undefined) return;
    this.address.writeWho(whoOf(this.desk.state));
    this.host.arrived();
  }
}
