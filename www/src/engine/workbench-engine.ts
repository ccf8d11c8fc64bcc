// The engine with workbooks in it, compiled for speed: only a worker starts it.
import { newEngineModule } from 'virtual:kaohe-workbench-engine';
import { started } from './engine-instance.ts';

/** Everything that the generated module exports. */
export type Engine = typeof import('kaohe');

export function startEngine(bytes: Uint8Array): Promise<Engine> {
  return started(newEngineModule(), bytes);
}
