import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import {
  articleColumns,
  USUAL_ARTICLE_COLUMNS,
} from '#components/pages/plan/shortlist/article-columns.ts';
import { MISSING } from '#components/words/numbers.ts';
import type { Objective } from '#core/planning/plan/aim.ts';
import { article, someShortlist } from '../../../../support/shortlist.ts';

const pick = createRawSnippet<[row: number, tabindex: 0 | -1]>(() => ({ render: () => '<i></i>' }));

function columnsOf(objective: Objective = 'profit', hasArticles = true) {
  const columns = articleColumns({
    shortlist: someShortlist({ objective }),
    articles: new Map(hasArticles ? [['a', article('a')]] : []),
    ...{ pick, picked: new Set(['b']) },
  });
  const of = (id: string) => columns.find((column) => column.id === id)!;
  return { columns, of };
}

describe('the columns of all articles', () => {
  it('show what is ranked, in the order of the shortlist', () => {
    const { of } = columnsOf();
    expect(of('article').format(0)).toBe('Article a');
    expect(of('verdict').format(0)).toBe('Worth launching');
    expect(of('expected').written(0)).toBe(500);
    expect(of('loss').format(0)).toBe('12%');
    expect(of('order').written(0)).toBe(120);
    expect(of('supplier').format(0)).toBe('Mill & Co');
    expect(of('pick').column.values[1]).toBe(1);
    expect(of('pick').isControl).toBe(true);
  });

  it('show a dash and write nothing where nothing is forecast, and never NaN', () => {
    const { columns, of } = columnsOf();
    for (const id of ['expected', 'range', 'loss', 'units', 'order', 'outlay', 'cost', 'supplier'])
      expect([id, of(id).format(1)]).toEqual([id, MISSING]);
    expect(of('expected').written(1)).toBe('');
    for (const column of columns)
      for (const row of [0, 1]) {
        expect(column.format(row)).not.toContain('NaN');
        expect(column.written(row)).not.toBeNaN();
      }
  });

  it('count in units where that is the objective', () => {
    const [byProfit, byUnits] = [columnsOf('profit'), columnsOf('units')];
    expect(byProfit.of('expected').header).toBe('Expected profit');
    expect(byUnits.of('expected').header).toBe('Expected units');
  });

  it('name an article that is in no list any more by its ID', () => {
    const { of } = columnsOf('profit', false);
    expect(of('article').format(0)).toBe('a');
    expect(of('cost').format(0)).toBe(MISSING);
    expect(of('category').format(0)).toBe(MISSING);
  });

  it('include those that are shown by default', () => {
    const ids = columnsOf().columns.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...USUAL_ARTICLE_COLUMNS]));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
