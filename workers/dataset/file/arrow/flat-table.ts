/**
 * A table of a flatbuffer, within its bytes: https://flatbuffers.dev/internals/ A field is identified by its offset in
 * the vtable: 4 for the first, 6 for the second, and so on.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  /** @param place position that holds the offset of the table */
  constructor(view: DataView, place = 0) {
    this.#view = view;
    this.#at = place + view.getInt32(place, true);
  }

  uint8(field: number): number {
    const place = this.#placeOf(field);
    return place === 0 ? 0 : this.#view.getUint8(place);
  }

  int64(field: number): bigint {
    const place = this.#placeOf(field);
    return place === 0 ? 0n : this.#view.getBigInt64(place, true);
  }

  /** Returns a table, or null where the field is absent. */
  table(field: number): FlatTable | null {
    const place = this.#placeOf(field);
    return place === 0 ? null : new FlatTable(this.#view, place);
  }

  tables(field: number): FlatTable[] {
    return this.#places(field, 4).map((place) => new FlatTable(this.#view, place));
  }

  /** Returns the first number of each entry of a list. Throws where the list is longer than the bytes. */
  numbers(field: number, entryBytes: number): number[] {
    return this.#places(field, entryBytes).map((place) =>
      Number(this.#view.getBigInt64(place, true)),
    );
  }

  #places(field: number, entryBytes: number): number[] {
    const place = this.#placeOf(field);
    if (place === 0) return [];
    const start = place + this.#view.getInt32(place, true);
    const count = this.#view.getInt32(start, true);
    if (count < 0 || start + 4 + count * entryBytes > this.#view.byteLength)
      throw new Error(`expected a list within its bytes, got one of ${count}`);
    return Array.from({ length: count }, (_, i) => start + 4 + i * entryBytes);
  }

  /** Returns the position of a field's value, 0 where the field is absent. */
  #placeOf(field: number): number {
    const fields = this.#at - this.#view.getInt32(this.#at, true);
    if (field >= this.#view.getUint16(fields, true)) return 0;
    const offset = this.#view.getUint16(fields + field, true);
    return offset === 0 ? 0 : this.#at + offset;
  }
}
