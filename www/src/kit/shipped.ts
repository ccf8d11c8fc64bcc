// The data that ships with the pages: both text tables and the scheme files. A single file carries the same, packed
// (build/slim.ts).
export { default as zh } from '../../../texts/zh-CN.json';
export { default as en } from '../../../texts/en.json';

// A new file in schemes/ appears here by itself. As text a number keeps its digits.
export const schemes = import.meta.glob<string>('../../../schemes/*.json', { query: '?raw', import: 'default', eager: true });
