// A form as a file: what one says, and what is written into one.
import { ask, type FormFile, type Problem } from '../engine/engine.ts';
import { fileName, type NamedFile } from '../kit/files.ts';
import { showPeriod } from '../kit/format.ts';
import { schemeById } from '../kit/schemes.ts';
import { say, t } from '../kit/texts.ts';
import { fromFile, parseState, toFile, type FormState } from './form-state.ts';
import type { LiveCache } from './live-cache.ts';

export interface Export {
  name: string;
  text: string;
  /** Written without the engine: the draft as it stands. */
  raw: boolean;
}

/** What a form file or a raw export says. */
export async function readForm({
  bytes,
}: NamedFile): Promise<{ state: FormState; problems?: undefined } | { state?: undefined; problems: Problem[] }> {
  const raw = parseState(new TextDecoder().decode(bytes));
  if (raw !== undefined) return raw.problem === undefined ? raw : { problems: [raw.problem] };
  const answer = await ask((engine) => engine.readForm(bytes));
  if (!answer.ok) return { problems: answer.problems };
  const form: FormFile = answer.value;
  const scheme = form.scheme ?? (await schemeById(form.rating.scheme.id, form.rating.scheme.version))?.scheme;
  if (scheme === undefined)
    return {
      problems: [
        {
          code: 'unknown-scheme',
          severity: 'error',
          pointer: '/rating/scheme',
          params: { scheme: `${form.rating.scheme.id} ${form.rating.scheme.version}` },
        },
      ],
    };
  return { state: fromFile(form, scheme) };
}

/** The engine's bytes; without an engine the draft itself, so that nothing typed is ever locked in. */
export async function writeForm(state: FormState, live: LiveCache | undefined): Promise<Export | Problem[]> {
  const name = fileName([
    ...nameParts(state),
    ...(live === undefined || live.missing.length + live.invalid().length > 0 ? [t('form.fileDraft')] : []),
  ]);
  if (live === undefined) return { name, text: JSON.stringify(state, null, 2), raw: true };
  const answer = await ask((engine) => engine.writeForm(JSON.stringify(toFile(state, live.values()))));
  return answer.ok ? { name, text: answer.value, raw: false } : answer.problems;
}

/** The digest of the bytes as they would be exported. */
export function fingerprintOf(state: FormState, live: LiveCache): string | undefined {
  const written = live.engine.writeForm(JSON.stringify(toFile(state, live.values())));
  const digest = written.ok ? live.engine.fingerprint(written.value) : undefined;
  return digest?.ok ? digest.value : undefined;
}

/** One line for people: which form it is. */
export function titleOf({ file }: FormState): string {
  return [showPeriod(file.rating.period), file.subjectName ?? file.rating.subject, roleWords(file)].join(' · ');
}

/** As the invitation to this form is named, so that one finds the other. */
function nameParts({ file }: FormState): (string | undefined)[] {
  const { period, subject, rater } = file.rating;
  return [t('form.fileWord'), period, file.subjectName, subject, roleWords(file) || file.rating.role, rater];
}

function roleWords({ scheme, rating }: FormState['file']): string {
  return say(scheme.roles?.find(({ id }) => id === rating.role)?.name);
}
