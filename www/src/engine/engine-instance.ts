// One running engine from its bytes. Apart from engine.ts so that a worker, which is handed the bytes of another engine,
// carries neither the page's engine nor any bytes.

/** What a build of the engine exports, and how it is started. */
interface EngineModule {
  default(from: { module_or_path: BufferSource }): Promise<unknown>;
}

/** The module is a fresh one each time: after a trap the old one is dead, and its module-level state with it. */
export async function started<E extends EngineModule>(fresh: E, bytes: Uint8Array): Promise<E> {
  await fresh.default({ module_or_path: bytes as BufferSource });
  return fresh;
}

export function isTrap(error: unknown): boolean {
  // Where WebAssembly itself is missing there was no engine that could have trapped.
  return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
}
