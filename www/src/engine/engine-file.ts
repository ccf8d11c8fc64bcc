// The engine's file from where it is served. A browser says little about a file that it could not get; this finds out more.
import { EngineFailure } from './engine-failure.ts';

export async function fetchEngine(where: string | URL): Promise<Uint8Array> {
  const address = new URL(where, document.baseURI).href;
  const answer = await fetched(address);
  if (!answer.ok)
    throw new EngineFailure('engine-not-found', `engine file not found: ${address} answered HTTP ${answer.status}`, {
      address,
      status: answer.status,
    });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // A server that knows no such file may answer with a page of its own, and call it found.
  if (!isModule(bytes)) throw new EngineFailure('engine-file-wrong', `this is no engine file: ${address}`, { address });
  return bytes;
}

async function fetched(address: string): Promise<Response> {
  const refused = watchPolicy(address);
  try {
    return await fetch(address);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (await refused.soon())
      throw new EngineFailure('blocked-by-policy', `the content policy refuses the engine file: connect-src lacks ${address}`, {
        address,
        directive: 'connect-src',
      });
    throw new EngineFailure('engine-unreachable', `engine file not reached: ${address} (${said})`, { address });
  } finally {
    refused.end();
  }
}

/** To `fetch` a refusal is a failure like any other. The event that names it may come a little later. */
function watchPolicy(address: string): { soon(): Promise<boolean>; end(): void } {
  let refused = false;
  let heard = (): void => undefined;
  const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'connect-src' || !address.startsWith(blockedURI)) return;
    refused = true;
    heard();
  };
  document.addEventListener('securitypolicyviolation', hear);
  return {
    soon: async () => {
      if (!refused) await new Promise<void>((resolve) => setTimeout((heard = resolve), 200));
      return refused;
    },
    end: () => document.removeEventListener('securitypolicyviolation', hear),
  };
}

const isModule = ([a, b, c, d]: Uint8Array): boolean => a === 0 && b === 0x61 && c === 0x73 && d === 0x6d;
