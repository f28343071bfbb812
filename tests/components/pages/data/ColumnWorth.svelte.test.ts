import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import type { ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import ColumnWorth from '#components/pages/data/ColumnWorth.svelte';

function rowsOf(worths: ColumnWorths): { rows: string[]; text: string } {
  const view = mount(ColumnWorth, { target: document.body, props: { worths } });
  flushSync();
  const rows = [...document.body.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' | '),
  );
  const text = document.body.textContent;
  void unmount(view);
  return { rows, text };
}

it('says how far off predictions were with a column and without it, and where that cannot be told', () => {
  const { rows, text } = rowsOf({
    launchCount: 1_200,
    testCount: 144,
    columns: [
      {
        ...{ field: 'channel', knownCount: 1_100, verdict: 'better' },
        errors: { withIt: 0.31, withoutIt: 0.44 },
      },
      { field: 'adSpend', knownCount: 12, verdict: 'too-few', errors: null },
    ],
  });
  expect(rows).toEqual([
    'Channel It helps: smaller error with it Known for 1,100 of 1,200 launches | 31% | 44%',
    'Ad spend Not known yet: too few launches have it Known for 12 of 1,200 launches | – | –',
  ]);
  expect(text).toContain('Tested on 144 later launches not used for training.');
});

it('does not speak of judging where nothing was measured', () => {
  const { text } = rowsOf({
    launchCount: 12,
    testCount: 5,
    columns: [{ field: 'channel', knownCount: 0, verdict: 'too-few', errors: null }],
  });
  expect(text).not.toContain('Tested on');
});
