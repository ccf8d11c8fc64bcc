// One cell of an .xlsx as text, and what a person should know about how it was read.
import type { TextKey } from '../kit/texts.ts';
import type { NumberFormat } from './number-format.ts';
import { dateText, durationText, inPercent, shortest } from './number-text.ts';
import { damaged } from './refusal.ts';

/** As the file writes it. */
export interface RawCell {
  /** `s` a shared text, `str` a formula's text, `inlineStr`, `b`, `e`, `d` or `n`. */
  type: string;
  value: string;
  inline: string;
  /** The formula's own text; empty for one that is written elsewhere. */
  formula: string | undefined;
  format: NumberFormat;
}

export interface Surroundings {
  shared: string[];
  from1904: boolean;
}

export interface CellText {
  text: string;
  remark?: TextKey;
}

export function cellText(cell: RawCell, { shared, from1904 }: Surroundings): CellText {
  const { type, value } = cell;
  // Programs that write formulas without having worked them out leave no value: empty would be taken for "nothing entered".
  if (cell.formula !== undefined && value === '' && type !== 'str')
    return { text: `=${cell.formula}`, remark: 'spreadsheet.remarkFormula' };
  switch (type) {
    case 's':
      return { text: value === '' ? '' : sharedText(shared, value) };
    case 'str':
      return { text: unescaped(value) };
    case 'inlineStr':
      return { text: unescaped(cell.inline) };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', remark: 'spreadsheet.remarkBoolean' };
    case 'e':
      return { text: value, remark: 'spreadsheet.remarkError' };
    case 'd':
      return {
        text: value
          .trim()
          .replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')
          .replace('T', ' '),
        remark: 'spreadsheet.remarkDate',
      };
    case 'n':
      return value.trim() === '' ? { text: '' } : numberText(value.trim(), cell.format, from1904);
    default:
      throw damaged();
  }
}

function sharedText(shared: string[], index: string): string {
  const text = /^\d+$/.test(index) ? shared[Number(index)] : undefined;
  if (text === undefined) throw damaged();
  return text;
}

function numberText(value: string, format: NumberFormat, from1904: boolean): CellText {
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value) || !Number.isFinite(Number(value))) throw damaged();
  const number = Number(value);
  const plain = shortest(number);
  switch (format.kind) {
    case 'percent':
      return { text: `${inPercent(plain)}%`, remark: 'spreadsheet.remarkPercent' };
    case 'date': {
      const text = dateText(number, from1904);
      return text === undefined ? { text: plain, remark: 'spreadsheet.remarkNoDate' } : { text, remark: 'spreadsheet.remarkDate' };
    }
    case 'duration':
      return { text: durationText(number), remark: 'spreadsheet.remarkDuration' };
    case 'padded':
      if (/^\d{1,15}$/.test(plain)) return { text: `${format.prefix}${plain.padStart(format.digits, '0')}` };
      break;
    case 'plain':
  }
  // A spreadsheet knows fifteen digits of a number: of a longer one, as an identity card's, the last are zeros by now.
  return Math.abs(number) >= 1e15 ? { text: plain, remark: 'spreadsheet.remarkLong' } : { text: plain };
}

/** `_x000D_` stands for a character that XML would lose (ST_Xstring). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
