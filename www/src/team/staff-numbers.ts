// What a staff number looks like: 0012, E-1001. Others, as 客001 or zhangsan, are numbers where many on the list are written so; a
// single one among numbers is a signature or a sum.
const PLAIN = /^(?=.*\d)[\p{Script=Latin}\d ._/-]+$/u;
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;

/** Whatever else is on the list. */
export const isPlainNumber = (words: string): boolean => PLAIN.test(words) && !DATE.test(words);

/** A figure or a date is no name, and neither is the label of what stands beside it. */
export const isLikeName = (words: string): boolean => /\p{L}/u.test(words) && !/[:：]/.test(words);

export class StaffNumbers {
  #shapes = new Map<string, number>();

  /** `numbers` of the list, and those the workbook `knows`. */
  constructor(
    private numbers: string[],
    knows: string[],
  ) {
    for (const one of numbers) this.#shapes.set(shape(one), (this.#shapes.get(shape(one)) ?? 0) + 1);
    for (const one of knows) this.#shapes.set(shape(one), numbers.length);
  }

  has(words: string): boolean {
    if (isPlainNumber(words)) return true;
    const like = this.#shapes.get(shape(words)) ?? 0;
    return (
      /[\p{Script=Latin}\d]/u.test(words) &&
      !/[:：]/.test(words) &&
      (like === this.numbers.length || (like > 1 && like * 3 >= this.numbers.length))
    );
  }
}

/** 客001 and 客12 are alike, and so are zhangsan and lisi. */
const shape = (words: string): string => words.replace(/\p{Script=Latin}+/gu, 'A').replace(/\d+/g, '9');
