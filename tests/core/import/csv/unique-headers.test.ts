import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniqueHeaders } from '#core/import/csv/unique-headers.ts';

describe('uniqueHeaders', () => {
  it('numbers repeated headers and names empty ones by their place', () => {
    expect(uniqueHeaders(['price', 'price ', '', 'price'])).toEqual({
      headers: ['price', 'price (2)', 'Column 3', 'price (3)'],
      repeated: ['price'],
    });
  });

  it('never gives two columns one name', () => {
    const cell = fc.constantFrom('a', 'a (2)', '', 'Column 2', 'b');
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        expect(new Set(uniqueHeaders(cells).headers).size).toBe(cells.length);
      }),
    );
  });
});
