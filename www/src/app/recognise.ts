// What a file is, asked of the engine; and which view takes it.
import { ask, type Problem } from '../engine/engine.ts';
import { isSpreadsheet, MAIN_THREAD_LIMIT, type NamedFile } from '../kit/files.ts';
import { foreignFile, isForeignJson } from '../kit/foreign-file.ts';
import { engineWord } from '../kit/parameters.ts';
import { openScheme } from '../kit/schemes.ts';
import { say, t } from '../kit/texts.ts';
import { parseState } from '../form/form-state.ts';
import type { View } from './route.ts';

export type Recognised =
  | { to: Exclude<View, 'start'>; files: NamedFile[] }
  | { scheme: string; id: string }
  | { refused: string; why?: string; problems: Problem[] };

export async function recognise(files: NamedFile[], withTeam: boolean): Promise<Recognised | undefined> {
  const [file] = files;
  if (file === undefined) return undefined;
  if (files.every(({ name }) => isSpreadsheet(name))) return { refused: file.name, why: t('start.spreadsheet'), problems: [] };
  // Several at once is what the person in charge does with the forms that came back.
  if (files.length > 1 && withTeam) return { to: 'team', files };
  if (file.bytes.length > MAIN_THREAD_LIMIT)
    return withTeam ? { to: 'team', files } : { refused: file.name, why: t('start.tooLarge'), problems: [] };
  const foreign = foreignFile(file.bytes);
  if (foreign) return { refused: file.name, why: t(foreign), problems: [] };
  if (parseState(new TextDecoder().decode(file.bytes)) !== undefined) return { to: 'form', files: [file] };
  const answer = await ask((engine) => engine.identify(file.bytes));
  if (!answer.ok)
    return isForeignJson(answer.problems)
      ? { refused: file.name, why: t('start.notOurs'), problems: [] }
      : { refused: file.name, problems: answer.problems };
  switch (answer.value.format) {
    case 'kaohe-form':
      return { to: 'form', files: [file] };
    case 'kaohe-sheet':
      return { to: 'sheet', files: [file] };
    case 'kaohe-workbook':
    case 'kaohe-reply':
      if (withTeam) return { to: 'team', files };
      break;
    case 'kaohe-scheme': {
      const opened = await openScheme(new TextDecoder().decode(file.bytes));
      return opened.ok
        ? { scheme: say(opened.value.scheme.name), id: opened.value.scheme.id }
        : { refused: file.name, problems: opened.problems };
    }
  }
  return { refused: file.name, why: t('start.wrongKind', { format: engineWord('kinds', answer.value.format) }), problems: [] };
}
