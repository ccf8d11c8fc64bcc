// Before there is a workbook: open one, go on with one this browser keeps, or make a new one. An empty start is no dead end.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import { showDate, showTime, today } from '../kit/format.ts';
import { renderProblems } from '../kit/problems.ts';
import { listDrafts, type Draft } from '../kit/store.ts';
import { shared } from '../kit/styles.ts';
import { LangController, t, tRich } from '../kit/texts.ts';
import type { Opened, TeamDesk, TeamState } from './desk.ts';
import './new-workbook.ts';
import { written } from './names.ts';
import { define } from './part.ts';
import { teamStyles } from './team-styles.ts';

export class TeamStart extends LitElement {
  static override properties = { desk: { attribute: false }, state: { attribute: false }, kept: { state: true } };
  static override styles = [...shared, teamStyles];
  declare desk: TeamDesk;
  declare state: TeamState;
  declare kept: Draft[];

  constructor() {
    super();
    this.kept = [];
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void listDrafts('workbook').then(
      (kept) => (this.kept = kept),
      () => undefined,
    );
  }

  override render(): unknown {
    const { refused, waiting } = this.state;
    return html`${
      refused
        ? html`<div class="error-summary" role="alert"><h2>${tRich('team.notOpened', { name: refused.name })}</h2>${renderProblems(refused.problems)}</div>`
        : nothing
    }
      ${waiting.length > 0 ? html`<p class="note">${t('team.waiting', { count: waiting.length })}</p>` : nothing}
      ${this.kept.length > 0 ? this.drafts() : nothing}
      <kaohe-new-workbook .desk=${this.desk} .state=${this.state}></kaohe-new-workbook>`;
  }

  private drafts(): TemplateResult {
    return html`<section class="panel" aria-labelledby="kept">
      <h2 id="kept">${t('team.keptTitle')}</h2>
      <p class="hint">${t('team.keptHelp')}</p>
      <ul class="plain">
        ${this.kept.map(
          (draft) =>
            html`<li><button @click=${() => this.desk.open(draft.text, draft.title, true)}>${written(draft.title)}</button> <small>${changed(draft.changed)}</small></li>`,
        )}
      </ul>
    </section>`;
  }
}

export async function openAsking(desk: TeamDesk, document: string | Uint8Array, name: string, root: ParentNode & Node): Promise<void> {
  await askWhich(desk, await desk.open(document, name), document, name, root);
}

/** This browser keeps another state of the workbook that was dropped: nobody but the person knows which one is right. */
export async function askWhich(
  desk: TeamDesk,
  opened: Opened,
  document: string | Uint8Array,
  name: string,
  root: ParentNode & Node,
): Promise<void> {
  if (typeof opened === 'string') return;
  const fromFile = await askConfirm(
    {
      title: t('team.whichTitle'),
      text: t('team.whichText', { changed: changed(opened.changed) }),
      yes: t('team.whichFile'),
      no: t('team.whichKept'),
    },
    root,
  );
  await desk.open(fromFile ? document : opened.kept, name, true);
}

function changed(moment: string): string {
  return t('team.changed', { date: showDate(today(new Date(moment))), time: showTime(new Date(moment)) });
}

define('kaohe-team-start', TeamStart);
