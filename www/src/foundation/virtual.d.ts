// Modules that the Vite plugin in www/build/engine.ts makes up: how the engine gets into each kind of build.
declare module 'virtual:kaohe-engine' {
  /** Evaluates the generated JavaScript afresh: new module state, no instance yet. */
  export function newEngineModule(): typeof import('kaohe');
}
declare module 'virtual:kaohe-engine-bytes' {
  export function readEngineBytes(): Promise<Uint8Array>;
}
