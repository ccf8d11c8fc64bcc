// Why a file is not read: a sentence of the text tables, with what it names. Nothing of such a file goes on.
import type { Params, TextKey } from '../kit/texts.ts';

export class Refusal extends Error {
  constructor(
    readonly key: TextKey,
    readonly params: Params = {},
  ) {
    super(key);
  }
}

/** Cut, changed or made by a program that does not keep to the format: the person can only save it anew. */
export const damaged = (): Refusal => new Refusal('spreadsheet.damaged');
