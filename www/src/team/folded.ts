/** Most cells of a long table: there is nothing full-width in them, and no blank. */
const PLAIN = /^[\u4e00-\u9fff\dA-Za-z]*$/;

/** Words as they are compared, and never as they are kept: full-width letters, capitals and blanks make no difference. */
export const folded = (words: string): string => (PLAIN.test(words) ? words : words.normalize('NFKC').replace(/\s+/g, '')).toLowerCase();
