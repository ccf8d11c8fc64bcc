// The npm package's side of <kaohe-form>: the element, and where its engine file lies.
export { KaoheForm } from './kaohe-form.ts';
export { useEngineBytes } from '../foundation/engine.ts';
export { setLang } from '../foundation/texts.ts';
export { openScheme } from '../foundation/schemes.ts';
