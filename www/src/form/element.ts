// The npm package's side of <kaohe-form>: the element, and where its engine file lies. The element is not defined here: one that
// stands in the page already starts in that moment, and has to know its engine by then.
export { KaoheForm, defineForm } from './kaohe-form.ts';
export { useEngineFile } from '../engine/engine.ts';
export { setLang } from '../kit/texts.ts';
export { openScheme } from '../kit/schemes.ts';
