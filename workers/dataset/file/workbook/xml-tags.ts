// Reads the tags of an XML document as its bytes come in: all that the reader of a workbook needs. A sheet has
// millions, so one object stands for each in turn, and text is decoded only on demand.

const [LESS, GREATER, SLASH, EQUALS, COLON] = [0x3c, 0x3e, 0x2f, 0x3d, 0x3a] as const;
const [BANG, QUERY, DOUBLE, SINGLE, SPACE] = [0x21, 0x3f, 0x22, 0x27, 0x20] as const;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Most bytes of a tag. The longest cell, with each letter as an entity, takes a tenth. */
const MOST_TOKEN_BYTES = 4 * 1024 ** 2;

export class XmlTags {
  #bytes: Uint8Array;
  /** End of the previous tag. */
  #before = 0;
  /** Range of the current tag, including its brackets. */
  #start = 0;
  #end = 0;
  #nameStart = 0;
  #nameEnd = 0;

  constructor(bytes: Uint8Array = NOTHING) {
    this.#bytes = bytes;
  }

  /** Appends bytes. Throws where a tag does not end for too long. */
  push(more: Uint8Array): void {
    const rest = this.#bytes.subarray(this.#end);
    if (rest.length > MOST_TOKEN_BYTES)
      throw new Error(`expected a tag within ${MOST_TOKEN_BYTES} bytes, got none`);
    const bytes = new Uint8Array(rest.length + more.length);
    bytes.set(rest);
    bytes.set(more, rest.length);
    this.#bytes = bytes;
    this.#before = this.#start = this.#end = 0;
  }

  /**
   * Goes on to the next complete tag and returns whether there is one. Comments, instructions and CDATA contain none.
   */
  next(): boolean {
    let at = this.#nextOpening(this.#end);
    while (at >= 0 && this.#isOther(at)) {
      const end = this.#endOfOther(at);
      at = end < 0 ? end : this.#nextOpening(end);
    }
    if (at < 0) return false;
    const end = this.#endOfTag(at + 1);
    if (end < 0) return false;
    this.#before = this.#end;
    this.#start = at;
    this.#end = end;
    this.#readName(at + (this.isClosing ? 2 : 1));
    return true;
  }

  get isClosing(): boolean {
    return this.#bytes[this.#start + 1] === SLASH;
  }

  get isSelfClosing(): boolean {
    return this.#bytes[this.#end - 2] === SLASH && !this.isClosing;
  }

  /** Text between the previous tag and this one. */
  get text(): string {
    return xmlContent(this.#text(this.#before, this.#start));
  }

  /** Returns whether the tag has this name, whatever its prefix. */
  isNamed(name: string): boolean {
    return this.#isText(name, this.#nameStart, this.#nameEnd);
  }

  /** Returns the first value under a name, whatever its prefix, entities undecoded; '' where there is none. */
  value(attribute: string): string {
    for (let at = this.#nameEnd; ; at++) {
      const equals = this.#find(EQUALS, at);
      let open = equals + 1;
      while (this.#bytes[open]! <= SPACE) open += 1;
      const close = this.#find(this.#bytes[open]!, open + 1);
      if (close >= this.#end) return '';
      if (this.#isAttribute(attribute, equals)) return this.#text(open + 1, close);
      at = close;
    }
  }

  /** Returns the position of a byte within the tag, else the end of the tag. */
  #find(byte: number, from: number): number {
    let at = from;
    while (at < this.#end && this.#bytes[at] !== byte) at += 1;
    return at;
  }

  #isAttribute(name: string, equals: number): boolean {
    let end = equals;
    while (this.#bytes[end - 1]! <= SPACE) end -= 1;
    const start = end - name.length;
    const before = this.#bytes[start - 1]!;
    return (before <= SPACE || before === COLON) && this.#isText(name, start, end);
  }

  #isText(text: string, start: number, end: number): boolean {
    if (end - start !== text.length) return false;
    for (let i = 0; i < text.length; i++)
      if (this.#bytes[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  #text(start: number, end: number): string {
    if (end - start > MOST_BY_LETTER) return decoder.decode(this.#bytes.subarray(start, end));
    let text = '';
    for (let at = start; at < end; at++) {
      if (this.#bytes[at]! >= 0x80) return decoder.decode(this.#bytes.subarray(start, end));
      text += String.fromCharCode(this.#bytes[at]!);
    }
    return text;
  }

  /**
   * Returns the position of the next `<`, or -1. It is mostly a few bytes away, where a call of indexOf() takes longer
   * than a loop.
   */
  #nextOpening(from: number): number {
    const near = Math.min(this.#bytes.length, from + 32);
    for (let at = from; at < near; at++) if (this.#bytes[at] === LESS) return at;
    return this.#bytes.indexOf(LESS, near);
  }

  #isOther(at: number): boolean {
    return this.#bytes[at + 1] === BANG || this.#bytes[at + 1] === QUERY;
  }

  /** Reads the name of the tag without its prefix. */
  #readName(from: number): void {
    this.#nameStart = from;
    for (let at = from; ; at++) {
      const byte = this.#bytes[at]!;
      if (byte === COLON) this.#nameStart = at + 1;
      else if (byte <= SPACE || byte === SLASH || byte === GREATER) {
        this.#nameEnd = at;
        return;
      }
    }
  }

  /** Returns the position after the tag, or -1; a quoted value may contain what ends a tag. */
  #endOfTag(from: number): number {
    let quote = 0;
    for (let at = from; at < this.#bytes.length; at++) {
      const byte = this.#bytes[at]!;
      if (quote > 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) return at + 1;
      else if (byte === DOUBLE || byte === SINGLE) quote = byte;
    }
    return -1;
  }

  #endOfOther(at: number): number {
    const close = this.#closeOf(at);
    for (let end = at; ; end += 1) {
      end = this.#bytes.indexOf(GREATER, end);
      if (end < 0) return end;
      if (this.#isText(close, end + 1 - close.length, end + 1)) return end + 1;
    }
  }

  #closeOf(at: number): string {
    if (this.#bytes[at + 1] === QUERY) return '?>';
    if (this.#isText('<!--', at, at + 4)) return '-->';
    return this.#isText('<![CDATA[', at, at + 9) ? ']]>' : '>';
  }
}

const NOTHING = new Uint8Array();
const decoder = new TextDecoder();
/** Longest text decoded letter by letter; a call of the decoder takes as long. */
const MOST_BY_LETTER = 48;
const OTHER = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** Decodes the text between tags: entities, comments and CDATA. */
function xmlContent(text: string): string {
  if (!text.includes('<')) return xmlText(text);
  let [content, at] = ['', 0];
  for (const { 0: whole, 1: literal = '', index } of text.matchAll(OTHER)) {
    content += xmlText(text.slice(at, index)) + literal;
    at = index + whole.length;
  }
  return content + xmlText(text.slice(at));
}

/** Decodes the entities of a value. */
export function xmlText(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, ...[hex, decimal, name]) => {
    if (name) return ENTITIES.get(name as string) ?? whole;
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
