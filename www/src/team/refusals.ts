// Why a file did not come in, where the page knows it better than the engine.
import { foreignFile, isForeignJson } from '../kit/foreign-file.ts';
import type { TextKey } from '../kit/texts.ts';
import { WORKER_LIMIT_MB, type Unreadable } from './arriving-files.ts';
import type { FileOutcome } from './desk.ts';

const REFUSALS: { [why in Unreadable | 'trap' | 'timeout']: TextKey } = {
  unreadable: 'team.fileUnreadable',
  'too-large': 'team.fileTooLarge',
  trap: 'team.fileTrapped',
  timeout: 'team.fileHung',
};

export function refusal(name: string, why: keyof typeof REFUSALS): FileOutcome {
  return refused(name, REFUSALS[why], { limit: WORKER_LIMIT_MB });
}

/** A PDF, an image, an archive: the engine would complain of its first signs. */
export function foreignRefusal(name: string, bytes: Uint8Array): FileOutcome | undefined {
  const reason = foreignFile(bytes);
  return reason && refused(name, reason);
}

/** Somebody else's file is not one of ours with a key left out. */
export function inPlainWords(outcome: FileOutcome): FileOutcome {
  return outcome.outcome === 'refused' && isForeignJson(outcome.problems) ? refused(outcome.name, 'start.notOurs') : outcome;
}

export function refused(name: string, reason: TextKey, params?: FileOutcome['params']): FileOutcome {
  return { name, outcome: 'refused', problems: [], reason, ...(params ? { params } : {}) };
}
