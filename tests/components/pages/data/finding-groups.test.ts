import { expect, it } from 'vitest';
import { groupOf } from '#components/pages/data/finding-groups.ts';

it.each([
  { kind: 'duplicate-id', group: 'aside' },
  { kind: 'missing-outcome', group: 'aside' },
  { kind: 'unit-slip', group: 'changed' },
  { kind: 'spelling-variants', group: 'changed' },
  { kind: 'outlier', group: 'notable' },
  { kind: 'columns-not-used', group: 'notable' },
] as const)('$kind stands under $group', ({ kind, group }) => {
  expect(groupOf({ kind })).toBe(group);
});
