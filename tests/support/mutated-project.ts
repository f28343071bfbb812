// Damages a project file, seeded: flips bits, cuts off the end, overwrites, drops or doubles pieces, or edits headers.

import fc from 'fast-check';
import { setText, textOf, type Parts } from './changed-project.ts';

/** Returns damaged files, which always differ from the given one. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(bytes.length - 1);
  const bits = fc
    .array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 })
    .map((flips) => {
      const broken = bytes.slice();
      for (const [at, bit] of flips) broken[at]! ^= bit;
      return broken;
    });
  const cut = place.map((length) => bytes.slice(0, length));
  const moved = fc
    .tuple(place, place, fc.integer({ min: 1, max: 4_096 }))
    .map(([from, to, size]) => {
      const broken = bytes.slice();
      broken.copyWithin(to, from, from + size);
      return broken;
    });
  const dropped = fc.tuple(place, fc.integer({ min: 1, max: 4_096 })).map(([at, size]) => {
    return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + size)]);
  });
  const doubled = fc.tuple(place, fc.integer({ min: 1, max: 4_096 })).map(([at, size]) => {
    return new Uint8Array([...bytes.subarray(0, at + size), ...bytes.subarray(at)]);
  });
  const headers = fc
    .tuple(
      fc.constantFrom(...headerPlaces(bytes)),
      fc.nat(45),
      fc.integer({ min: 0, max: 0xffff_ffff }),
    )
    .map(([start, offset, value]) => {
      const broken = bytes.slice();
      const at = Math.min(start + offset, broken.length - 4);
      new DataView(broken.buffer).setUint32(at, value, true);
      return broken;
    });
  return fc
    .oneof(bits, cut, moved, dropped, doubled, headers)
    .filter((broken) => Buffer.compare(broken, bytes) !== 0);
}

/** Returns where the headers of entries, the directory and its end begin. */
function headerPlaces(bytes: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < bytes.length - 3; at++) {
    const isHeader = bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2]! <= 6;
    if (isHeader) places.push(at);
  }
  return places;
}

/** Changes one value of the manifest, of any kind. */
export function damagedManifest(parts: Parts): fc.Arbitrary<Parts> {
  return mutatedJson(textOf(parts, 'manifest.json')).map((json) => {
    const changed: Parts = new Map(parts);
    setText(changed, 'manifest.json', json);
    return changed;
  });
}

/** Changes one value of one JSON record and leaves the checksums as they were. */
export function mutatedRecord(parts: Parts): fc.Arbitrary<Parts> {
  const paths = [...parts.keys()].filter((path) => /^data-sets.*\.json$/.test(path));
  return fc.constantFrom(...paths).chain((path) =>
    mutatedJson(textOf(parts, path)).map((json) => {
      const changed: Parts = new Map(parts);
      setText(changed, path, json);
      return changed;
    }),
  );
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', '__proto__', -1, 0, 1e308, 2 ** 53, 1e9, [], {}, 0.5),
  fc.constantFrom<unknown>({ $number: 'NaN' }, { $number: 'Infinity' }, { $undefined: true }),
  fc.constantFrom<unknown>({ $tensor: 'x' }, JSON.parse('{"__proto__":{"a":1}}')),
  fc.string(),
  fc.integer(),
);

function mutatedJson(json: string): fc.Arbitrary<string> {
  const places = placesIn(JSON.parse(json), []);
  return fc
    .tuple(fc.constantFrom(...places), fc.constantFrom('replace', 'drop', 'add'), odd)
    .map(([place, how, value]) => {
      const root = { value: JSON.parse(json) as unknown };
      const path = ['value', ...place];
      const holder = path.slice(0, -1).reduce<unknown>((at, key) => ownOf(at, key), root);
      change(holder as Record<string, unknown>, path.at(-1)!, { how, value });
      return JSON.stringify(root.value);
    });
}

function placesIn(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))];
}

function ownOf(holder: unknown, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)!.value;
}

function change(
  holder: Record<string, unknown>,
  key: string,
  { how, value }: { readonly how: string; readonly value: unknown },
): void {
  const name = how === 'add' ? `${key} more` : key;
  if (how === 'drop') Reflect.deleteProperty(holder, key);
  else
    Object.defineProperty(holder, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
