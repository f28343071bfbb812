// What a student reached, as 22 characters that fit into a QR code and can be read out. Bits, from the first:
// format version 5, ID 20, sixteen answers of 2 (3: none), three marks of 7 (0: none, else the percentage plus one), and
// the CRC-32 of all before it. A later version keeps the first five bits and the checksum at the end, whatever its length.

import { crc32 } from '#core/base/bytes/crc32.ts';
import {
  LESSON_MARKS,
  LESSON_STEPS,
  type Answers,
  type LessonMarks,
  type LessonRecord,
  type Round,
} from '../lesson.ts';

const VERSION = 1;
/** Digits of base 32 as Crockford chose them (crockford.com/base32.html): no I, L, O or U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ROUNDS: readonly Round[] = ['before', 'after'];
const NO_ANSWER = 3;

const BITS = { version: 5, id: 20, answer: 2, mark: 7, checksum: 32 } as const;
export const CODE_LENGTH = 22;
/** No version has a longer code; the time to read one grows with the square of its length. */
const LONGEST_CODE = 64;

/**
 * Why a code is not read: it holds a character that no code has, was made by a newer version of the app, has another
 * length, or does not fit its checksum.
 */
export type CodeRefusal = 'character' | 'version' | 'length' | 'checksum';
export type DecodedResult = { readonly record: LessonRecord } | { readonly refusal: CodeRefusal };

/** Writes a record as a code; marks are rounded to whole percentages. */
export function encodeResult({ id, marks, ...rounds }: LessonRecord): string {
  const writer = new BitWriter();
  writer.add(VERSION, BITS.version);
  writer.add(id, BITS.id);
  for (const round of ROUNDS)
    for (const step of LESSON_STEPS) writer.add(rounds[round][step] ?? NO_ANSWER, BITS.answer);
  for (const mark of LESSON_MARKS) writer.add(markField(marks[mark]), BITS.mark);
  writer.add(checksumOf(writer.value, writer.count), BITS.checksum);
  return inDigits(writer.value);
}

/**
 * Reads a code, in capitals or not, with hyphens anywhere, and with the letters O, I and L where 0 and 1 are meant.
 */
export function decodeResult(text: string): DecodedResult {
  const code = text.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (Array.from(code).some((digit) => !DIGITS.includes(digit))) return { refusal: 'character' };
  if (code.length > LONGEST_CODE) return { refusal: 'length' };
  const value = fromDigits(code);
  const count = code.length * BITS.version - BITS.checksum;
  const isWhole = count > 0 && isIntact(value, count);
  if (isWhole && DIGITS.indexOf(code.charAt(0)) > VERSION) return { refusal: 'version' };
  if (code.length !== CODE_LENGTH) return { refusal: 'length' };
  if (!isWhole) return { refusal: 'checksum' };
  const record = recordOf(new BitReader(value >> BigInt(BITS.checksum), count));
  // A checksum can be made for bits that no record gives.
  return encodeResult(record) === code ? { record } : { refusal: 'checksum' };
}

/** Writes a code in groups, so that it can be compared and typed. */
export function groupedCode(code: string): string {
  return [code.slice(0, 4), ...(code.slice(4).match(/.{1,6}/g) ?? [])].join('-');
}

/** Returns the ID of a record as four characters: a name for its row that names nobody. They are in its code. */
export function resultLabel({ id }: Pick<LessonRecord, 'id'>): string {
  return inDigits(BigInt(id)).padStart(BITS.id / BITS.version, '0');
}

function recordOf(reader: BitReader): LessonRecord {
  reader.next(BITS.version);
  const id = reader.next(BITS.id);
  const [before, after] = [answersOf(reader), answersOf(reader)];
  const fields = LESSON_MARKS.map((mark) => [mark, reader.next(BITS.mark)] as const);
  const reached = fields.filter(([, field]) => field > 0);
  const marks: LessonMarks = Object.fromEntries(
    reached.map(([mark, field]) => [mark, Math.min(1, (field - 1) / 100)]),
  );
  return { id, before, after, marks };
}

function answersOf(reader: BitReader): Answers {
  const all = LESSON_STEPS.map((step) => [step, reader.next(BITS.answer)] as const);
  return Object.fromEntries(all.filter(([, answer]) => answer !== NO_ANSWER));
}

function markField(share: number | undefined): number {
  return share === undefined ? 0 : Math.round(100 * share) + 1;
}

function isIntact(value: bigint, count: number): boolean {
  const checksum = value & (2n ** BigInt(BITS.checksum) - 1n);
  return BigInt(checksumOf(value >> BigInt(BITS.checksum), count)) === checksum;
}

/** Returns the checksum of a number of bits, written into bytes from the first bit on. */
function checksumOf(value: bigint, count: number): number {
  const bytes = new Uint8Array(Math.ceil(count / 8));
  let rest = value << BigInt(8 * bytes.length - count);
  for (let i = bytes.length - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return crc32(bytes);
}

function inDigits(value: bigint): string {
  return value.toString(32).replace(/./g, (digit) => DIGITS[Number.parseInt(digit, 32)]!);
}

function fromDigits(code: string): bigint {
  return Array.from(code, (digit) => BigInt(DIGITS.indexOf(digit))).reduce(
    (value, digit) => (value << 5n) | digit,
    0n,
  );
}

class BitWriter {
  value = 0n;
  count = 0;

  add(field: number, bits: number): void {
    this.value = (this.value << BigInt(bits)) | BigInt(field);
    this.count += bits;
  }
}

class BitReader {
  readonly #value: bigint;
  #left: number;

  constructor(value: bigint, count: number) {
    this.#value = value;
    this.#left = count;
  }

  next(bits: number): number {
    this.#left -= bits;
    return Number((this.#value >> BigInt(this.#left)) & (2n ** BigInt(bits) - 1n));
  }
}
