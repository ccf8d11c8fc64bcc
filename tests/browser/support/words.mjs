// The words on the pages, from the same tables: a test says which sentence it means, not how it is worded today.
import { readFileSync } from 'node:fs';

export const languages = ['zh-CN', 'en'];

const table = (language) => JSON.parse(readFileSync(new URL(`../../../texts/${language}.json`, import.meta.url)));

/** `words('zh-CN')('form.missing', { count: 11 })` */
export function words(language) {
  const sentences = table(language);
  return (key, params = {}) => {
    const sentence = key.split('.').reduce((inner, part) => inner?.[part], sentences);
    if (typeof sentence !== 'string') throw new Error(`texts/${language}.json has no ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
  };
}
