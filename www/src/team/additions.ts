// People and assignments join a workbook as any file does: as a small workbook of the same id that the engine merges.
// So what a person pastes is held to the same rules as what a person drops, and nothing here touches the document.
import type { TextKey } from '../foundation/texts.ts';
import type { TeamDesk } from './desk.ts';
import type { Assignment, Person, Problem, Unit } from './workbook.ts';

export interface Pieces {
  people?: Person[];
  units?: Unit[];
  assignments?: Assignment[];
}

export async function addPieces(desk: TeamDesk, pieces: Pieces, done: TextKey): Promise<Problem[]> {
  const { view, schemes } = desk.state.names!;
  const file = JSON.stringify({
    format: 'kaohe-workbook', formatVersion: 1, id: view.id, ...(view.title === undefined ? {} : { title: view.title }), period: view.period, schemes,
    units: [...view.units, ...(pieces.units ?? [])],
    people: [...view.people, ...(pieces.people ?? [])],
    assignments: pieces.assignments ?? [],
  });
  return desk.merge(file, done);
}
