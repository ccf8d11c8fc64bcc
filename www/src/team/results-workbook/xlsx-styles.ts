// How cells look. Excel keeps one list of looks for the whole file, and a cell names its place there.
import { attribute } from './xlsx-text.ts';
import type { Figure } from './plan.ts';

/** `code` … `figure` are cells of the table; the others stand above and below it. */
export type CellLook = 'code' | 'word' | 'text' | 'figure' | 'head' | 'sumHead' | 'title' | 'under' | 'note' | 'label' | 'blank';

interface Shape {
  font: 'plain' | 'bold' | 'title' | 'small';
  fill?: 'head' | 'sum';
  border?: 'box' | 'line';
  align: string;
  /** Excel's own format 49: what is typed into the cell stays text. */
  typed?: boolean;
}

const SHAPES: { [look in CellLook]: Shape } = {
  code: { font: 'plain', border: 'box', align: 'vertical="center" wrapText="1"', typed: true },
  word: { font: 'plain', border: 'box', align: 'horizontal="center" vertical="center" wrapText="1"' },
  text: { font: 'plain', border: 'box', align: 'vertical="center" wrapText="1"' },
  figure: { font: 'plain', border: 'box', align: 'horizontal="right" vertical="center"' },
  head: { font: 'bold', fill: 'head', border: 'box', align: 'horizontal="center" vertical="center" wrapText="1"' },
  sumHead: { font: 'bold', fill: 'sum', border: 'box', align: 'horizontal="center" vertical="center" wrapText="1"' },
  title: { font: 'title', align: 'vertical="center" wrapText="1"' },
  under: { font: 'plain', align: 'vertical="center" wrapText="1"' },
  note: { font: 'small', align: 'vertical="top" wrapText="1"' },
  label: { font: 'plain', align: 'horizontal="right"' },
  blank: { font: 'plain', border: 'line', align: 'vertical="bottom"', typed: true },
};

const FONTS = ['plain', 'bold', 'title', 'small'] as const;
/** The first two are Excel's own and must be so. */
const FILLS = ['none', 'gray125', 'head', 'sum'] as const;
const BORDERS = ['none', 'box', 'line'] as const;
const TEXT_FORMAT = 49;
const FIRST_OWN_FORMAT = 164;
/** A spreadsheet keeps so many digits of a number: zeros shown behind them would be made up. */
const MOST_DIGITS = 15;

export class Styles {
  /** Place 0 is what an unstyled cell has. */
  #places = new Map<string, number>([['', 0]]);
  #xfs = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  #formats = new Map<string, number>();

  constructor(private font: string) {}

  of(look: CellLook): number {
    return this.#place(look, SHAPES[look], SHAPES[look].typed ? TEXT_FORMAT : 0, false);
  }

  /** Whoever edits such a text gets it back as text: an apostrophe before it is kept beside it, as Excel does. */
  ofGuarded(look: CellLook): number {
    return this.#place(look, SHAPES[look], SHAPES[look].typed ? TEXT_FORMAT : 0, true);
  }

  /** With the places that the engine wrote. */
  ofFigure({ digits, cut }: Figure): number {
    return this.#place('figure', SHAPES.figure, this.#format(formatCode(digits, cut)), false);
  }

  #place(look: CellLook, shape: Shape, format: number, guarded: boolean): number {
    const key = `${look} ${format} ${guarded}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      this.#places.set(key, (place = this.#xfs.length));
      const ids = `numFmtId="${format}" fontId="${FONTS.indexOf(shape.font)}" fillId="${FILLS.indexOf(shape.fill ?? 'none')}" borderId="${BORDERS.indexOf(shape.border ?? 'none')}" xfId="0"`;
      this.#xfs.push(
        `<xf ${ids}${guarded ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${shape.align}/></xf>`,
      );
    }
    return place;
  }

  /** Excel's own formats have numbers of their own: General, 0 and 0.00. */
  #format(code: string): number {
    const own = ['General', '0', '0.00'].indexOf(code);
    if (own !== -1) return own;
    let id = this.#formats.get(code);
    if (id === undefined) this.#formats.set(code, (id = FIRST_OWN_FORMAT + this.#formats.size));
    return id;
  }

  xml(): string {
    const formats = [...this.#formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${attribute(code)}"/>`);
    const name = `<name val="${attribute(this.font)}"/>`;
    const fonts = [
      `<font><sz val="10"/>${name}</font>`,
      `<font><b/><sz val="10"/>${name}</font>`,
      `<font><b/><sz val="14"/>${name}</font>`,
      `<font><sz val="9"/>${name}</font>`,
    ];
    const fill = (colour: string): string =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
    const thin = (side: string): string => `<${side} style="thin"><color rgb="FF8C8C8C"/></${side}>`;
    const box = `<border>${['left', 'right', 'top', 'bottom'].map(thin).join('')}<diagonal/></border>`;
    return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
      formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`
    }<fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE3ECF6')}${fill(
      'FFCBDCEE',
    )}</fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>${box}<border><left/><right/><top/>${thin(
      'bottom',
    )}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.#xfs.length}">${this.#xfs.join(
      '',
    )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

/** `0.00` for `87.50`; three points behind what was cut, as on the page. */
function formatCode(digits: string, cut = false): string {
  if (digits.replace(/[^0-9]/g, '').replace(/^0+/, '').length > MOST_DIGITS) return 'General';
  const places = digits.split('.')[1]?.length ?? 0;
  return `0${places === 0 ? '' : `.${'0'.repeat(places)}`}${cut ? '"…"' : ''}`;
}
