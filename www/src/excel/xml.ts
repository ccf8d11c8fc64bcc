// XML, event by event. A document that declares entities of its own is none that a spreadsheet program writes, and a
// character is decoded here: the parser's own decoder cuts those beyond 16 bits.
import { Parser } from 'saxen';
import { damaged } from './refusal.ts';

/** Names come without their prefixes, which every program chooses for itself. */
export interface XmlReader {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

export function readXml(xml: string, reader: XmlReader): void {
  const parser = new Parser();
  const refuse = (): never => {
    throw damaged();
  };
  parser.on('error', refuse);
  parser.on('attention', refuse);
  // Of an attribute that it cannot read, which would else be left out.
  parser.on('warn', refuse);
  parser.on('openTag', (name, attributes) => {
    reader.open(local(name), (wanted) => {
      const all = attributes();
      const found = all[wanted] ?? Object.entries(all).find(([one]) => one.endsWith(`:${wanted}`))?.[1];
      return found === undefined ? undefined : decoded(found);
    });
  });
  parser.on('closeTag', (name) => reader.close?.(local(name)));
  parser.on('text', (text) => reader.text?.(decoded(text)));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.parse(xml);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NAMED: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (_, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    const found = name !== undefined ? NAMED[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (found === undefined) throw damaged();
    return found;
  });
}
