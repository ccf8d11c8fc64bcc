// The element by itself: `import 'kaohe/form.js'` defines <kaohe-form>. The engine file lies beside it, and naming it
// here in this form lets every bundler find and copy it.
import { useEngineBytes } from './element/kaohe-form.js';

useEngineBytes(async () => {
  const answer = await fetch(new URL('./form-engine/kaohe_form_bg.wasm', import.meta.url));
  if (!answer.ok) throw new Error(`kaohe_form_bg.wasm: HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
});

export { KaoheForm, openScheme, setLang } from './element/kaohe-form.js';
