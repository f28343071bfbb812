// Reads the messages of an Arrow file in turn: a schema, dictionaries and batches of rows. The file format is a stream
// between two marks:
// https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc

import { readHead, type ArrowHead } from './arrow-heads.ts';
import { FlatTable } from './flat-table.ts';
import { readSlice } from '../read-slice.ts';

export interface ArrowMessage extends ArrowHead {
  /** The whole message, with its body. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offset in the file at which the message ends. */
  readonly end: number;
}

interface Extent {
  readonly start: number;
  readonly end: number;
  /** Throws where so many bytes do not fit into memory. */
  readonly requireHold: (bytes: number) => void;
}

const HEAD_BYTES = 8;
const GOES_ON = 0xffff_ffff;
/** Yields the messages up to the end mark or the end of the extent. Throws where one breaks off. */
export async function* arrowMessages(
  file: File,
  { start, end, requireHold }: Extent,
): AsyncGenerator<ArrowMessage, void> {
  for (let at = start; at < end;) {
    const head = viewOf(await readSlice(file, at, Math.min(end, at + HEAD_BYTES)));
    if (head.getUint32(0, true) !== GOES_ON)
      throw new Error(`expected a message at ${at}, got none`);
    const headLength = head.getInt32(4, true);
    if (headLength === 0) return;
    const body = at + HEAD_BYTES + headLength;
    if (headLength < 0 || body > end) throw new Error(`expected a message at ${at}, got a part`);
    requireHold(headLength);
    const said = readHead(new FlatTable(viewOf(await readSlice(file, at + HEAD_BYTES, body))));
    if (body + said.bodyLength > end)
      throw new Error(`expected ${said.bodyLength} bytes at ${body}, got the end`);
    requireHold(headLength + said.bodyLength);
    const bytes = await readSlice(file, at, body + said.bodyLength);
    at = body + said.bodyLength;
    yield { ...said, bytes, end: at };
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
