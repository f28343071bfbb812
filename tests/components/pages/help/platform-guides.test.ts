import { describe, expect, it } from 'vitest';
import { platformGuides } from '#components/pages/help/platform-guides.ts';
import { columnsRead } from '#components/pages/help/columns-read.ts';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';

const guides = platformGuides();
const explained = guides.flatMap(({ files }) => files.flatMap(({ formats }) => formats));

/** Read, and not what a seller is sent for: another report holds the same better, or it is of one country. */
const NOT_EXPLAINED = ['shopify-inventory', 'amazon-transactions', 'amazon-india-sales'];

describe('the guides to exports', () => {
  it('explain every format of their platforms', () => {
    const ids = guides.map(({ id }) => id);
    const known = EXPORT_FORMATS.map(({ id }) => id).filter((id) =>
      ids.includes(id.split('-')[0]!),
    );
    expect([...explained, ...NOT_EXPLAINED].sort()).toEqual(known.sort());
  });

  it('name the columns that each needs', () => {
    for (const { id, columns, needed } of EXPORT_FORMATS.filter(({ id }) =>
      explained.includes(id),
    )) {
      const named = columnsRead([id]);
      const readable = columns as Readonly<Record<string, readonly string[]>>;
      for (const choice of needed) {
        const names = choice.flatMap((field) => readable[field]?.[0]?.replaceAll('*', '…') ?? []);
        expect(named).toEqual(expect.arrayContaining(names));
        expect(names.length, `${id} needs ${choice.join(' or ')}`).toBeGreaterThan(0);
      }
    }
  });

  it('have an anchor each', () => {
    expect(new Set(guides.map(({ id }) => id)).size).toBe(guides.length);
  });
});
