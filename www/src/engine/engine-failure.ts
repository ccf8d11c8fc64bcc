// Why the engine did not start, so that whoever can mend it is told what to mend: a missing file is no matter of the browser.
import { t } from '../kit/texts.ts';

/** Public: the `reason` of `kaohe-error`. */
export type Reason =
  | 'engine-not-found'
  | 'engine-unreachable'
  | 'engine-file-wrong'
  | 'blocked-by-policy'
  | 'browser-too-old'
  | 'engine-failed';

export interface Found {
  /** Where the engine's file was looked for. */
  address?: string;
  /** What the server answered. */
  status?: number;
  /** What the content policy lacks. */
  directive?: 'script-src' | 'connect-src';
}

export class EngineFailure extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    readonly found: Found = {},
  ) {
    super(message);
  }
}

/** The smallest module with a reference type: browsers below the floor do not know it. */
const FLOOR = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 111]);

/** Whatever a start has thrown, by its reason. */
export function failureOf(error: unknown): EngineFailure {
  if (error instanceof EngineFailure) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(FLOOR))
    return new EngineFailure('browser-too-old', `this browser is too old, or runs no WebAssembly (${message})`);
  if (isByPolicy(error))
    return new EngineFailure(
      'blocked-by-policy',
      `the content policy refuses the engine: script-src lacks 'wasm-unsafe-eval' (${message})`,
      { directive: 'script-src' },
    );
  return new EngineFailure('engine-failed', message);
}

/** Chromium and Firefox refuse to compile, WebKit to evaluate; only the words tell it from a damaged file. */
function isByPolicy(error: unknown): boolean {
  return (
    error instanceof EvalError ||
    (error instanceof WebAssembly.CompileError && /content security policy|unsafe-eval|csp/i.test(error.message))
  );
}

/** What happened, and whom to tell what. */
export function failureText({ reason, message, found }: EngineFailure): string {
  const { address = '', status = '', directive } = found;
  const sentences: Record<Reason, () => string> = {
    'engine-not-found': () => t('app.engineNotFound', { address, status }),
    'engine-unreachable': () => t('app.engineUnreachable', { address }),
    'engine-file-wrong': () => t('app.engineFileWrong', { address }),
    'blocked-by-policy': () => (directive === 'connect-src' ? t('app.enginePolicyConnect', { address }) : t('app.enginePolicyScript')),
    'browser-too-old': () => t('app.engineTooOld'),
    'engine-failed': () => t('app.engineOther', { message }),
  };
  return t('app.engineFailed', { why: sentences[reason]() });
}
