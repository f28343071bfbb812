import { byteOrderMarkLength, detectEncoding, isAscii, type Encoding } from '#core/csv/encoding.ts';
import { AppError } from '#core/errors.ts';
import type { ContentPart, FileContent } from './content-part.ts';

/** Text as UTF-8, in parts. Its encoding is the one that was chosen, else what the first bytes beyond ASCII show. */
export class Utf8Text {
  readonly #content: FileContent;
  readonly #fileName: string;
  #encoding: Encoding | null;

  constructor(content: FileContent, fileName: string, chosen: Encoding | null) {
    this.#content = content;
    this.#fileName = fileName;
    this.#encoding = chosen;
  }

  /** As far as it was read: text of ASCII alone is UTF-8 too. */
  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8';
  }

  async *parts(): AsyncGenerator<ContentPart, void> {
    const encoder = new TextEncoder();
    let decoder: TextDecoder | null = null;
    let doneBytes = 0;
    let isFirst = true;
    for await (const part of this.#content()) {
      this.#encoding ??= this.#encodingIn(part.bytes, isFirst);
      doneBytes = part.doneBytes;
      if (this.encoding === 'utf-8') {
        const skipped = isFirst ? byteOrderMarkLength(part.bytes) : 0;
        yield { bytes: part.bytes.subarray(skipped), doneBytes };
      } else {
        decoder ??= new TextDecoder(this.encoding);
        yield { bytes: encoder.encode(decoder.decode(part.bytes, { stream: true })), doneBytes };
      }
      isFirst = false;
    }
    if (decoder) yield { bytes: encoder.encode(decoder.decode()), doneBytes };
  }

  /** null while there is nothing but ASCII. The beginning of a file shows best that it is no text at all. */
  #encodingIn(bytes: Uint8Array, isFirst: boolean): Encoding | null {
    const isPlain = isAscii(bytes);
    if (isPlain && !isFirst) return null;
    const encoding = detectEncoding(bytes, canDecode);
    if (encoding) return isPlain && encoding === 'utf-8' ? null : encoding;
    const message = `expected text in ${this.#fileName}, got a binary file`;
    throw new AppError('file-not-text', message, { fileName: this.#fileName });
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
