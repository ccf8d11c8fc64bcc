// One running engine from its bytes. Apart from engine.ts so that a worker, which is handed the bytes, does not carry them a second time.
import { newEngineModule } from 'virtual:kaohe-engine';
import type { Engine } from './engine.ts';

/** A fresh instance each time: after a trap the old one is dead, and its module-level state with it. */
export async function startEngine(bytes: Uint8Array): Promise<Engine> {
  const module = newEngineModule();
  await module.default({ module_or_path: bytes as BufferSource });
  return module;
}

export function isTrap(error: unknown): boolean {
  // Where WebAssembly itself is missing there was no engine that could have trapped.
  return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
}
