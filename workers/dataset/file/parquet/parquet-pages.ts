// Reads the pages of one column of a row group in turn, as they are needed.

import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { crc32 } from '#core/base/bytes/crc32.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import type { ParquetValue } from './parquet-cells.ts';
import { packingUnknown, requireHold, unpackPage } from './parquet-packing.ts';
import {
  plainValues,
  readerOf,
  readRuns,
  readValues,
  type ByteReader,
  type PageValues,
} from './parquet-values.ts';
import { readSlice } from '../read-slice.ts';

export interface ParquetPage extends PageValues {
  readonly rowCount: number;
  /** Definition level of each row; undefined where each has a value. */
  readonly levels: Uint32Array | undefined;
  readonly heldBytes: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

const READ_BYTES = 256 * 1024;
/** Bytes of each value in addition to its own: as a number in place, as a text, and as an object. */
const PLACE_BYTES = 16;
const TEXT_BYTES = 48;
const OBJECT_BYTES = 160;
const LENGTH_BYTES = 4;

export class ParquetPages {
  readonly #file: File;
  readonly #column: ColumnMetaData;
  readonly #leaf: ParquetLeaf;
  /** Range of the file that is left to read. */
  #at: number;
  readonly #end: number;
  /** Bytes read and not used yet. */
  #ahead: Bytes = new Uint8Array();
  /** Words of the dictionary as cells; empty until a page needs them. */
  dictionary: readonly string[] = [];
  #dictionaryBytes = 0;

  constructor(file: File, column: ColumnMetaData, leaf: ParquetLeaf) {
    [this.#file, this.#column, this.#leaf] = [file, column, leaf];
    const dictionaryAt = Number(column.dictionary_page_offset ?? 0);
    const begin = dictionaryAt > 0 ? dictionaryAt : Number(column.data_page_offset);
    const end = begin + Number(column.total_compressed_size);
    if (!(begin >= 0 && end >= begin && end <= file.size))
      throw new Error(`expected a column within the file, got it from ${begin} to ${end}`);
    [this.#at, this.#end] = [begin, end];
  }

  /**
   * Returns the next page of values. Throws where it is damaged.
   * @param mostRows rows of the row group that are left; a page has no more
   * @param cellText writes a value as it stands in the table
   */
  async next(mostRows: number, cellText: (value: ParquetValue) => string): Promise<ParquetPage> {
    for (;;) {
      const header = await this.#header();
      const packed = await this.#take(header.compressed_page_size);
      requireChecksum(header, packed);
      if (header.type === 'DICTIONARY_PAGE')
        this.#readDictionary(header, this.#unpack(header.uncompressed_page_size, packed), cellText);
      else if (header.type !== 'INDEX_PAGE') return this.#readPage(header, packed, mostRows);
    }
  }

  #readDictionary(
    { dictionary_page_header: head, uncompressed_page_size: size }: PageHeader,
    bytes: Bytes,
    cellText: (value: ParquetValue) => string,
  ): void {
    const count = head?.num_values ?? 0;
    this.#dictionaryBytes = 2 * size + TEXT_BYTES * count;
    requireHold(this.#file, this.#dictionaryBytes);
    const { type, type_length: typeLength } = this.#leaf.element;
    const valueAt = plainValues(readerOf(bytes), count, { type: type!, typeLength });
    this.dictionary = Array.from({ length: count }, (_, place) => cellText(valueAt(place)));
  }

  #readPage(header: PageHeader, packed: Bytes, mostRows: number): ParquetPage {
    const head = header.data_page_header ?? header.data_page_header_v2;
    if (!head || head.num_values > mostRows || head.num_values < 0)
      throw new Error(`expected a page of at most ${mostRows} rows, got ${head?.num_values}`);
    const rowCount = head.num_values;
    const each = /^DELTA.*BYTE_ARRAY$/.test(head.encoding) ? OBJECT_BYTES : PLACE_BYTES;
    const heldBytes = header.uncompressed_page_size + each * rowCount;
    requireHold(this.#file, heldBytes + this.#dictionaryBytes);
    const { reader, levels } = this.#open(header, packed, rowCount);
    const { fullLevel, element } = this.#leaf;
    const valued = levels?.reduce((sum, level) => sum + Number(level === fullLevel), 0) ?? rowCount;
    const form = { encoding: head.encoding, type: element.type!, typeLength: element.type_length };
    const read = readValues(reader, valued, form);
    if (!read) throw packingUnknown(this.#file, head.encoding);
    return { ...read, rowCount, levels, heldBytes: heldBytes + this.#dictionaryBytes };
  }

  /** The first version of a page packs the levels with the values, the second does not. */
  #open(header: PageHeader, packed: Bytes, rowCount: number) {
    const { fullLevel } = this.#leaf;
    const width = 32 - Math.clz32(fullLevel);
    const second = header.data_page_header_v2;
    if (!second) {
      const reader = readerOf(this.#unpack(header.uncompressed_page_size, packed));
      return { reader, levels: fullLevel > 0 ? sizedRuns(reader, width, rowCount) : undefined };
    }
    const { repetition_levels_byte_length: repeats, definition_levels_byte_length: size } = second;
    const levels =
      fullLevel > 0
        ? readRuns(readerOf(packed.subarray(repeats, repeats + size)), width, rowCount)
        : undefined;
    const values = packed.subarray(repeats + size);
    const unpackedBytes = header.uncompressed_page_size - repeats - size;
    const isPacked = second.is_compressed !== false && unpackedBytes > 0;
    const bytes = isPacked ? this.#unpack(unpackedBytes, values) : values;
    return { reader: readerOf(bytes), levels };
  }

  #unpack(size: number, packed: Bytes): Bytes {
    requireHold(this.#file, size);
    return unpackPage(this.#file, packed, { size, codec: this.#column.codec });
  }

  /** Reads the header of a page; its length is known only by reading it. */
  async #header(): Promise<PageHeader> {
    for (let size = READ_BYTES; ; size *= 2) {
      const bytes = await this.#lookAhead(size);
      const reader = readerOf(bytes);
      try {
        const header = parquetHeader(reader);
        this.#ahead = this.#ahead.subarray(reader.offset);
        return header;
      } catch (error) {
        if (bytes.length < size) throw error;
      }
    }
  }

  async #take(size: number): Promise<Bytes> {
    requireHold(this.#file, size);
    const bytes = await this.#lookAhead(size);
    if (size < 0 || bytes.length < size) throw new Error(`expected ${size} bytes, got the end`);
    this.#ahead = this.#ahead.subarray(size);
    return bytes.subarray(0, size);
  }

  /** Returns at least so many bytes without taking them; fewer at the end of the column. */
  async #lookAhead(size: number): Promise<Bytes> {
    const missing = size - this.#ahead.length;
    if (missing <= 0 || this.#at >= this.#end) return this.#ahead;
    const end = Math.min(this.#end, this.#at + Math.max(missing, READ_BYTES));
    const more = await readSlice(this.#file, this.#at, end);
    const joined = new Uint8Array(this.#ahead.length + more.length);
    joined.set(this.#ahead);
    joined.set(more, this.#ahead.length);
    [this.#at, this.#ahead] = [end, joined];
    return joined;
  }
}

/** Reads runs that follow their own length. */
function sizedRuns(reader: ByteReader, width: number, count: number): Uint32Array {
  const end = reader.offset + LENGTH_BYTES + reader.view.getUint32(reader.offset, true);
  reader.offset += LENGTH_BYTES;
  const runs = readRuns(reader, width, count);
  reader.offset = end;
  return runs;
}

/** Checks the checksum of a page; most writers store none. */
function requireChecksum({ crc }: PageHeader, packed: Bytes): void {
  if (crc !== undefined && crc32(packed) !== crc >>> 0)
    throw new Error('expected a page with its checksum, got another');
}
