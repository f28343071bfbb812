import { describe, expect, it } from 'vitest';
import { storedBytes } from '#core/app/stored-bytes.ts';

describe('storedBytes', () => {
  it.each([
    ['a text by its letters', 'Käse', 8],
    ['a number', 4.5, 8],
    ['nothing', null, 0],
    ['what is missing', undefined, 0],
    ['a buffer as it is', new ArrayBuffer(10), 10],
    ['a view as long as it is, not as its buffer', new Float64Array(new ArrayBuffer(80), 8, 2), 16],
    ['a list by what it holds', [1, 'ab', [true]], 8 + 4 + 8],
    ['a record by its names and values', { id: 1, name: 'ab' }, 4 + 8 + 8 + 4],
  ])('measures %s', (_, value, bytes) => {
    expect(storedBytes(value)).toBe(bytes);
  });
});
