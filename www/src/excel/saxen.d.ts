// The parts of saxen that are used; it brings no types.
declare module 'saxen' {
  type Attributes = () => { [name: string]: string };
  export class Parser {
    on(event: 'openTag', take: (name: string, attributes: Attributes, decode: unknown, selfClosing: boolean) => void): this;
    on(event: 'closeTag' | 'text' | 'cdata' | 'attention', take: (text: string) => void): this;
    on(event: 'error' | 'warn', take: (error: Error) => void): this;
    parse(xml: string): this;
  }
}
