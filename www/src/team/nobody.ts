// Rows of a table about people that are nobody: sums, notes, signatures. A word of theirs may be somebody's post as well, so that a
// row is only left out if nothing else in it says who it is about.
import { folded } from './folded.ts';

/** The cells that say who a row is about, as far as there are columns for them. */
export interface Says {
  id: string;
  name: string;
  who: string;
}

/** 合计：6人, 信用卡组小计 */
const SUM = /(合计|总计|小计|共计|总数|平均|平均值|平均分|均值|最高|最低)([:(].*)?$/;
/** The same alone in a cell, where a name could end so, and notes: never a post. */
const FOOTER =
  /^((合计|总计|小计|共计|平均|平均值|平均分|均值|最高|最低|total|sum|average|mean)([:(].*)?|(注|备注|说明|.{0,4}日期|notes?|date)(\d*[:.].*)?)$/;
/** 制表人：… signs a table; 审核 alone may be what somebody does. */
const SIGNATURE = /^(制表人?|审核人?|复核人?|填表人?|填报人|经办人|审批人|负责人|preparedby)(\d*[:.].*)?$/;

/** `doubtful`: a word by which it reads like a sum or a signature, though it names a person. */
export type RowKind = 'somebody' | 'nobody' | { doubtful: string };

/** `names`: whether what the row says is a person, as far as its reader can tell. */
export function kindOf(cells: string[], says: Says, names: (says: Says) => boolean): RowKind {
  const said = [says.id, says.name, says.who].filter((words) => words !== '');
  const first = cells.find((cell) => cell !== '') ?? '';
  const ends = [first, ...said].filter((words) => isFooter(words) || (words === first && SUM.test(folded(words))));
  const signs = [first, ...said].filter((words) => SIGNATURE.test(folded(words)));
  if (ends.length === 0 && signs.length === 0) return 'somebody';
  if (said.every((words) => ends.includes(words) || signs.includes(words))) return 'nobody';
  const [doubtful] = [...ends, ...signs.filter((words) => /[:.]/.test(folded(words)))];
  if (doubtful === undefined) return 'somebody';
  return names(says) ? { doubtful } : 'nobody';
}

const isFooter = (words: string): boolean => FOOTER.test(folded(words));
