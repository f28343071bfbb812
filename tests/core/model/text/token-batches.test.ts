import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenBatches } from '#core/model/text/token-batches.ts';

it('hold every text that has tokens once, with little padding', () => {
  const texts = fc.array(
    fc.integer({ min: 0, max: 128 }).map((length) => Array<number>(length).fill(7)),
  );
  fc.assert(
    fc.property(texts, (all) => {
      const batches = tokenBatches(all);
      const rows = batches.flatMap((batch) => batch.rows);
      const withTokens = all.flatMap(({ length }, row) => (length > 0 ? [row] : []));
      expect(rows.toSorted((a, b) => a - b)).toEqual(withTokens);
      for (const { tokens, length, rows } of batches) {
        expect(tokens).toEqual(rows.map((row) => all[row]));
        expect(tokens.length * length).toBeLessThanOrEqual(1024);
        expect(Math.min(...tokens.map((ids) => ids.length))).toBeGreaterThan(length - 8);
        expect(Math.max(...tokens.map((ids) => ids.length))).toBeLessThanOrEqual(length);
      }
    }),
  );
});
