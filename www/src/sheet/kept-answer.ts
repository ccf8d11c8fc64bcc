// What somebody began to answer to their sheet. The sheet itself is not kept; the answer waits until its file is opened again.
import { loadDraft, removeDraft, type Draft } from '../kit/store.ts';
import type { Snapshot } from '../kit/saver.ts';
import type { Agreement, SheetFile } from '../engine/engine.ts';

export interface Answer {
  answer: Agreement | undefined;
  text: string;
  /** Exported as it stands. */
  answered: boolean;
}

const keyOf = ({ sheet }: SheetFile): string => `reply:${sheet.digest}`;

export function snapshotOf(file: SheetFile, { answer, text, answered }: Answer): Snapshot {
  const { name, subject } = file.sheet.result;
  return {
    key: keyOf(file),
    kind: 'reply',
    title: `${file.sheet.period} · ${name} ${subject}`,
    text: JSON.stringify({ format: 'kaohe-reply-draft', answer, text, answered }),
  };
}

export const forgetAnswer = (file: SheetFile): Promise<void> => removeDraft(keyOf(file));

/** Undefined where there is none, or none that can be read. */
export async function keptAnswer(file: SheetFile): Promise<(Answer & { draft: Draft }) | undefined> {
  const draft = await loadDraft(keyOf(file)).catch(() => undefined);
  if (draft === undefined) return undefined;
  try {
    const { answer, text, answered } = JSON.parse(draft.text) as Partial<Answer>;
    return typeof text === 'string'
      ? { draft, text, answer: answer === 'agree' || answer === 'disagree' ? answer : undefined, answered: answered === true }
      : undefined;
  } catch {
    return undefined;
  }
}
