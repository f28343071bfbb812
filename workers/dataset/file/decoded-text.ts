import { detectEncoding, isAscii, type Encoding } from '#core/import/csv/encoding.ts';
import { LOST } from '#core/import/csv/lost-text.ts';
import { Utf8Tally } from '#core/base/bytes/utf8-length.ts';
import { AppError } from '#core/base/errors.ts';
import type { ContentPart, FileContent } from './content-part.ts';

/** A part of a file's text. */
export interface TextPart extends Pick<ContentPart, 'doneBytes'> {
  readonly text: string;
}

/** Bytes that are searched for letters that show the encoding, where there are few. */
const MOST_LOOKED_AT = 16 * 1024 ** 2;
/** Controls that stand for bytes which windows-1252 leaves undefined: https://encoding.spec.whatwg.org/#windows-1252 */
const UNDEFINED = /[\u0081\u008D\u008F\u0090\u009D]/g;

/** A file's text, in parts. Its encoding is the chosen one, else what the first bytes beyond ASCII show. */
export class DecodedText {
  readonly #content: FileContent;
  readonly #fileName: string;
  #encoding: Encoding | null;

  constructor(content: FileContent, fileName: string, chosen: Encoding | null) {
    this.#content = content;
    this.#fileName = fileName;
    this.#encoding = chosen;
  }

  /** Encoding of what was read so far; ASCII alone counts as UTF-8. */
  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8';
  }

  async *parts(): AsyncGenerator<TextPart, void> {
    let decoder = new TextDecoder(this.encoding);
    let doneBytes = 0;
    let isFirst = true;
    for await (const part of this.#content()) {
      if (!this.#encoding) {
        this.#encoding = await this.#encodingIn(part.bytes, isFirst);
        // There was only ASCII so far, so nothing is lost with the other decoder.
        decoder = new TextDecoder(this.encoding);
      }
      doneBytes = part.doneBytes;
      yield { text: this.#withLost(decoder.decode(part.bytes, { stream: true })), doneBytes };
      isFirst = false;
    }
    yield { text: decoder.decode(), doneBytes };
  }

  /**
   * Returns the encoding, or null while there is only ASCII. Throws AppError file-not-text; the beginning of a file
   * shows best that it is no text.
   */
  async #encodingIn(bytes: Uint8Array, isFirst: boolean): Promise<Encoding | null> {
    const isPlain = isAscii(bytes);
    if (isPlain && !isFirst) return null;
    const encoding = detectEncoding(bytes, canDecode);
    if (encoding === 'utf-8') return isPlain ? null : encoding;
    if (encoding?.startsWith('utf-16')) return encoding;
    if (encoding) return (await this.#isNearlyUtf8()) ? 'utf-8' : encoding;
    const message = `expected text in ${this.#fileName}, got a binary file`;
    throw new AppError('file-not-text', message, { fileName: this.#fileName });
  }

  /** Returns whether nearly all bytes are UTF-8. A few invalid ones must not make nonsense of all others. */
  async #isNearlyUtf8(): Promise<boolean> {
    const tally = new Utf8Tally();
    let lookedAt = 0;
    for await (const { bytes } of this.#content()) {
      tally.add(bytes);
      lookedAt += bytes.length;
      if (tally.isEnough || lookedAt >= MOST_LOOKED_AT) break;
    }
    return tally.isNearlyAll;
  }

  #withLost(text: string): string {
    return this.#encoding === 'windows-1252' ? text.replace(UNDEFINED, LOST) : text;
  }
}

function canDecode(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
