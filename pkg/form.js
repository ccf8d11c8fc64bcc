// The element by itself: `import 'kaohe/form.js'` defines <kaohe-form>. The engine file lies beside it, and naming it
// here in this form lets every bundler find and copy it. Named before the element is defined, which starts those in the page.
import { defineForm, useEngineFile } from './element/kaohe-form.js';

useEngineFile(new URL('./form-engine/kaohe_form_bg.wasm', import.meta.url));
defineForm();

export { KaoheForm, openScheme, setLang } from './element/kaohe-form.js';
