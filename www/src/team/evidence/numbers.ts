// Numbers out of fields and pasted cells: the engine tidies and reads them, the page shows what it made of them.
import type { Answer, Problem, ReadNumber } from '../../engine/engine.ts';
import type { TeamDesk } from '../desk.ts';

export interface NumbersRead {
  /** By field, as the engine writes them. */
  values: Map<string, string>;
  problems: Problem[];
}

/** `texts` by field; what is blank is not there. */
export async function readNumbers(desk: TeamDesk, texts: [field: string, text: string][]): Promise<NumbersRead> {
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [field, text] of texts) {
    if (text.trim() === '') continue;
    const read = await desk.ask<Answer<ReadNumber>>('readNumber', text);
    if (read?.ok) values.set(field, read.value.value);
    else problems.push(...(read?.problems ?? []).map((problem) => ({ ...problem, pointer: `/${field}` })));
  }
  return { values, problems };
}

/** Each distinct text once: of a pasted table. */
export async function readEach(desk: TeamDesk, texts: Iterable<string>): Promise<Map<string, Answer<ReadNumber>>> {
  const read = new Map<string, Answer<ReadNumber>>();
  for (const text of new Set(texts)) {
    const answer = await desk.ask<Answer<ReadNumber>>('readNumber', text);
    if (answer) read.set(text, answer);
  }
  return read;
}
