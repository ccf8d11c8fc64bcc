// One screen part of the desk. The desk replaces its state as a whole, so a part redraws when it is handed a new one.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LangController, t } from '../kit/texts.ts';
import { shared } from '../kit/styles.ts';
import type { ThingNames } from '../kit/parameters.ts';
import { renderProblemText } from '../kit/problems.ts';
import type { TeamDesk, TeamState } from './desk.ts';
import { OTHER_TAB } from './other-tab.ts';
import { teamStyles } from './team-styles.ts';
import type { Problem, WorkbookView } from '../engine/engine.ts';
import type { Names } from './names.ts';

export abstract class TeamPart extends LitElement {
  static override properties = { desk: { attribute: false }, state: { attribute: false } };
  static override styles = [...shared, teamStyles];
  declare desk: TeamDesk;
  declare state: TeamState;

  constructor() {
    super();
    new LangController(this);
  }

  protected get names(): Names {
    return this.state.names!;
  }

  protected get view(): WorkbookView {
    return this.names.view;
  }

  /** A closed period and a second tab both only look. */
  protected get locked(): boolean {
    return this.view.closed || this.state.readOnly;
  }

  protected lockedNote(): TemplateResult | typeof nothing {
    if (this.view.closed) return html`<p class="note">${t('team.closedNote')}</p>`;
    return this.state.otherTab ? html`<p class="note">${t(OTHER_TAB[this.state.otherTab])}</p>` : nothing;
  }

  /** Where the keyboard goes on when this part comes into view. */
  async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Unfolds what is named and puts the keyboard there. */
  async reveal(selector: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    if (found instanceof HTMLDetailsElement) found.open = true;
    (found?.querySelector<HTMLElement>(':scope > summary') ?? found)?.focus();
  }

  /** Brings focus to the first field that was refused: a message that only appears elsewhere is missed. */
  protected async focusRefused(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

/** A refusal beside its field; `id` is what the field's aria-describedby names. */
export function fieldError(id: string, problem: Problem | string | undefined, names?: ThingNames): TemplateResult | typeof nothing {
  if (problem === undefined) return nothing;
  return html`<span class="error" id=${id}>${typeof problem === 'string' ? problem : renderProblemText(problem, names)}</span>`;
}

/** The engine names the place by JSON pointer; the last part is the draft's own key. */
export function problemsByField(problems: Problem[]): Map<string, Problem> {
  return new Map(problems.map((problem) => [problem.pointer.slice(problem.pointer.lastIndexOf('/') + 1), problem]));
}

export function define(name: string, part: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, part);
}
