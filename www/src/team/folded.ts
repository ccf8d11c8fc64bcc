/** Words as they are compared, and never as they are kept: full-width letters, capitals and blanks make no difference. */
export const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
