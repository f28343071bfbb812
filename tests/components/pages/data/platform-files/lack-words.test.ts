import { describe, expect, it } from 'vitest';
import { lackFindings } from '#components/pages/data/platform-files/lack-words.ts';
import type { FileFacts } from '#core/import/marketing/exports-preview.ts';

function orders(formatId: string, platform: string): FileFacts[] {
  const found = { formatId, platform, kind: 'order-lines' } as const;
  return [{ name: 'o.csv', sizeBytes: 1, rowCount: 1, account: null, found }];
}

describe('lackFindings', () => {
  const short = { kind: 'short-records', dayCount: 33, beforeDays: 120, afterDays: 28 } as const;

  it('says how long records have to be, and where the platform exports them', () => {
    const [finding] = lackFindings(short, orders('shopify-orders', 'Shopify'));
    expect(finding).toMatchObject({
      icon: 'wrong',
      title: '33 days of orders are too few to find launches',
    });
    expect(finding!.advice).toMatch(/at least 120 days before .* 28 days after/);
    expect(finding!.advice).toMatch(/In Shopify: Orders › Export/);
    const [day] = lackFindings({ ...short, dayCount: 1 }, orders('plain-sales', ''));
    expect(day!.title).toMatch(/^1 day of orders is/);
    expect(day!.advice).not.toContain('all its columns');
  });

  it('says where the products are that are no launches', () => {
    const few = { kind: 'few-launches', launchCount: 1, leastLaunches: 8 } as const;
    const [finding] = lackFindings({ ...few, seenBefore: 40, tooRecent: 3 }, []);
    expect(finding!.title).toBe('1 launch found: Debut needs at least 8');
    expect(finding!.advice).toMatch(/^40 products were already on sale .* 3 are too recent/);
  });

  it('warns of single pieces, and says nothing where nothing is lacking', () => {
    expect(lackFindings({ kind: 'single-pieces' }, [])[0]!.icon).toBe('warn');
    expect(lackFindings({ kind: 'nothing-counted' }, [])[0]!.icon).toBe('wrong');
    expect(lackFindings(null, [])).toEqual([]);
  });
});
