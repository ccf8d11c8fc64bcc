// Where the keyboard goes when what it was on is gone, or when the next thing to do is plain.
import type { LitElement } from 'lit';
import { askedOf, type FormState } from './form-state.ts';

export function fieldOf(root: ParentNode, criterion: string): HTMLElement | null {
  return root.querySelector(`#score-${CSS.escape(criterion)}`);
}

/** From a score to the next one, and from the last to the remark. */
export function toNextField(root: ParentNode, { file: { scheme, rating } }: FormState, criterion: string): void {
  const asked = askedOf(scheme, rating.role).map(({ id }) => id);
  const next = asked[asked.indexOf(criterion) + 1];
  const field = next === undefined ? root.querySelector<HTMLElement>('#remark') : fieldOf(root, next);
  field?.focus();
  // As the Tab key would: what is typed replaces what stands there.
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

/** What was pressed is gone with the view it stood in. */
export async function toHeading(host: LitElement): Promise<void> {
  await host.updateComplete;
  const who = host.renderRoot.querySelector<LitElement>('kaohe-who');
  await who?.updateComplete;
  (who ?? host).renderRoot.querySelector<HTMLElement>('h1')?.focus();
}

export function toSteps(root: ParentNode): void {
  const how = root.querySelector<HTMLDetailsElement>('#how');
  if (how === null) return;
  how.open = true;
  how.querySelector('summary')?.focus();
}

export async function toSummary(host: LitElement): Promise<void> {
  await host.updateComplete;
  const summary = host.renderRoot.querySelector<HTMLElement>('#error-summary');
  summary?.focus();
  summary?.scrollIntoView({ block: 'start' });
}
