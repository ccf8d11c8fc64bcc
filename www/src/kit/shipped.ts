// The data that ships with the pages: both text tables, what the parameters of their sentences are, and the scheme files. A single file carries the same, packed
// (build/slim.ts).
export { default as zh } from '../../../texts/zh-CN.json';
export { default as en } from '../../../texts/en.json';
export { default as parameters } from '../../../schemas/parameters.json';

// A new file in schemes/ appears here by itself. As text a number keeps its digits.
export const schemes = import.meta.glob<string>('../../../schemes/*.json', { query: '?raw', import: 'default', eager: true });
