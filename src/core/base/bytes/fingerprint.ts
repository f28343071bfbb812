/**
 * Returns a 53-bit hash of a list of texts (cyrb53, public domain, github.com/bryc/code). Among a million lists, the
 * chance that any two share a hash is 1 in 18,000.
 */
export function fingerprint(texts: readonly string[]): number {
  const mixer = new Mixer();
  mixer.addText(texts.join('\u001F'));
  return mixer.value();
}

/**
 * Returns a 53-bit hash of a plain value: numbers by their bits, texts, typed arrays, arrays, and objects in the order
 * of their keys.
 * @throws TypeError where a part is not plain, such as a function
 */
export function contentKey(value: unknown): number {
  const mixer = new Mixer();
  addValue(mixer, value);
  return mixer.value();
}

class Mixer {
  #high = 0xdeadbeef;
  #low = 0x41c6ce57;

  /** @param unit 16 bits. With 32, a difference in the highest bit would never spread, and two would cancel out. */
  add(unit: number): void {
    this.#high = Math.imul(this.#high ^ unit, 2_654_435_761);
    this.#low = Math.imul(this.#low ^ unit, 1_597_334_677);
  }

  addText(text: string): void {
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

  /** Adds 32-bit words. */
  addWords(words: Iterable<number>): void {
    for (const word of words) {
      this.add(word & 0xffff);
      this.add(word >>> 16);
    }
  }

  value(): number {
    let [high, low] = [this.#high, this.#low];
    high =
      Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
    low =
      Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
    return 4_294_967_296 * (low & 0x1f_ffff) + (high >>> 0);
  }
}

/** Adds kind and length before the contents, so that different values do not give the same sequence. */
function addValue(mixer: Mixer, value: unknown): void {
  if (typeof value === 'number') {
    mixer.add(1);
    mixer.addWords(new Uint32Array(Float64Array.of(value).buffer));
  } else if (typeof value === 'string') {
    mixer.add(2);
    mixer.addWords([value.length]);
    mixer.addText(value);
  } else if (ArrayBuffer.isView(value)) {
    mixer.add(3);
    mixer.addText(value.constructor.name);
    addBytes(mixer, value);
  } else if (Array.isArray(value)) {
    mixer.add(4);
    mixer.addWords([value.length]);
    for (const each of value) addValue(mixer, each);
  } else if (isPlainObject(value)) {
    mixer.add(5);
    for (const [key, each] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      addValue(mixer, key);
      addValue(mixer, each);
    }
    mixer.add(6);
  } else if (value === null || value === undefined || typeof value === 'boolean') {
    mixer.add(7);
    mixer.addText(String(value));
  } else throw new TypeError(`expected a plain value, got ${typeof value}`);
}

function isPlainObject(value: unknown): value is object {
  return (
    value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** Copies the bytes, so that 32-bit words are aligned. */
function addBytes(mixer: Mixer, { buffer, byteOffset, byteLength }: ArrayBufferView): void {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength).slice();
  mixer.addWords([byteLength]);
  mixer.addWords(new Uint32Array(bytes.buffer, 0, Math.floor(byteLength / 4)));
  mixer.addWords(bytes.subarray(byteLength - (byteLength % 4)));
}
