// Modules that the Vite plugin in www/build/engine.ts makes up: how the engines get into each kind of build.
declare module 'virtual:kaohe-form-engine' {
  /** Evaluates the generated JavaScript afresh: new module state, no instance yet. */
  export function newEngineModule(): typeof import('kaohe/form-engine');
}
declare module 'virtual:kaohe-form-engine-bytes' {
  export function readEngineBytes(): Promise<Uint8Array>;
}
declare module 'virtual:kaohe-workbench-engine' {
  export function newEngineModule(): typeof import('kaohe');
}
declare module 'virtual:kaohe-workbench-engine-bytes' {
  export function readEngineBytes(): Promise<Uint8Array>;
}
