// Reads event files as TensorBoard does. Written from the descriptions of TFRecord and protocol buffers, not from
// Debut's writer.

/** Fields by number: numbers for varints, floats and doubles, bytes for the rest. */
type Message = ReadonlyMap<number, number | Uint8Array>;

export interface ReadEvent {
  readonly wallTime: number;
  readonly step: number;
  readonly fileVersion?: string;
  readonly tag?: string;
  readonly value?: number;
}

export function readEventFile(file: Uint8Array): ReadEvent[] {
  return recordsOf(file).map((data) => {
    const event = messageOf(data);
    const summary = event.get(5);
    const version = event.get(3);
    const value = summary ? messageOf(bytesOf(messageOf(bytesOf(summary)).get(1))) : null;
    return {
      wallTime: Number(event.get(1)),
      step: Number(event.get(2) ?? 0),
      ...(version ? { fileVersion: textOf(version) } : {}),
      ...(value ? { tag: textOf(value.get(1)), value: Number(value.get(2)) } : {}),
    };
  });
}

/** Returns the records of a file. Throws where a checksum is wrong or the file ends in the middle. */
function recordsOf(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records: Uint8Array[] = [];
  let at = 0;
  while (at < file.length) {
    const length = Number(view.getBigUint64(at, true));
    check(file.subarray(at, at + 8), view.getUint32(at + 8, true));
    const data = file.subarray(at + 12, at + 12 + length);
    check(data, view.getUint32(at + 12 + length, true));
    records.push(data);
    at += 16 + length;
  }
  return records;
}

function check(bytes: Uint8Array, masked: number): void {
  const turned = (masked - 0xa282ead8) >>> 0;
  const checksum = ((turned >>> 17) | (turned << 15)) >>> 0;
  if (checksum !== bitwiseChecksum(bytes)) throw new Error('the checksum of a record is wrong');
}

/**
 * Computes CRC-32C by its definition: the remainder of dividing by the polynomial, bit by bit, the highest power first.
 */
export function bitwiseChecksum(bytes: Uint8Array): number {
  let register = 0xffffffff;
  for (const byte of bytes) {
    for (let bit = 0; bit < 8; bit++) {
      const incoming = (byte >>> bit) & 1;
      const outgoing = register >>> 31;
      register = (register << 1) >>> 0;
      if (incoming !== outgoing) register = (register ^ 0x1edc6f41) >>> 0;
    }
  }
  let reversed = 0;
  for (let bit = 0; bit < 32; bit++) if ((register >>> bit) & 1) reversed |= 1 << (31 - bit);
  return ~reversed >>> 0;
}

function messageOf(bytes: Uint8Array): Message {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = new Map<number, number | Uint8Array>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const field = Math.floor(key / 8);
    switch (key % 8) {
      case 0:
        fields.set(field, varint());
        break;
      case 1:
        fields.set(field, view.getFloat64(at, true));
        at += 8;
        break;
      case 2: {
        const length = varint();
        fields.set(field, bytes.subarray(at, at + length));
        at += length;
        break;
      }
      case 5:
        fields.set(field, view.getFloat32(at, true));
        at += 4;
        break;
      default:
        throw new Error(`expected a wire type of protocol buffers, got ${key % 8}`);
    }
  }
  return fields;
}

function bytesOf(value: number | Uint8Array | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error(`expected bytes, got ${value}`);
}

function textOf(value: number | Uint8Array | undefined): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(value));
}
