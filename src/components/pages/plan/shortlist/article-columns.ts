import type { Snippet } from 'svelte';
import type { Article } from '#core/launch/article.ts';
import type { RankedArticle, Shortlist } from '#core/planning/suppliers/shortlist.ts';
import { m } from '#messages';
import type { TableColumn } from '#components/ui/tables/table-column.ts';
import { formatMoney, formatPrice } from '#components/words/money.ts';
import { formatCount, formatPercent, formatUnits, MISSING } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { objectiveWords } from '#components/pages/plan/plan-words.ts';
import { articleTitle, formatOf, verdictLabel } from './shortlist-words.ts';

/** Columns shown by default. */
export const USUAL_ARTICLE_COLUMNS: readonly string[] = [
  ...['pick', 'verdict', 'expected', 'range', 'loss', 'order', 'outlay', 'novelty', 'supplier'],
];

interface Listed {
  readonly shortlist: Shortlist;
  /** By ID. */
  readonly articles: ReadonlyMap<string, Article>;
  /** The checkbox of a row. */
  readonly pick: Snippet<[row: number, tabindex: 0 | -1]>;
  readonly picked: ReadonlySet<string>;
}

/** Returns the columns of all ranked articles, in the order of the shortlist. */
export function articleColumns({ shortlist, articles, pick, picked }: Listed): TableColumn[] {
  const { articles: rows, objective } = shortlist;
  const format = formatOf(objective);
  const of = (row: number) => articles.get(rows[row]!.articleId);
  const best = (row: number) => rows[row]!.options[0];
  const rangeOf = ({ profit, units }: RankedArticle) => (objective === 'profit' ? profit : units);
  const text = (id: string, header: string, { width, value }: TextOf) =>
    textColumn(id, header, { width, values: rows.map((_, row) => value(row)) });
  const number = (id: string, header: string, { width, value, format: shown }: NumberOf) =>
    numberColumn(id, header, { width, format: shown, values: rows.map((_, row) => value(row)) });
  const isPicked = rows.map(({ articleId }) => (picked.has(articleId) ? 1 : 0));
  return [
    {
      ...text('article', m.shortlist_column_article(), {
        width: 16,
        value: (row) => articleTitle(of(row), rows[row]!.articleId),
      }),
      ownerOf: (row: number) => articleTitle(of(row), rows[row]!.articleId),
    },
    {
      ...numberColumn('pick', m.shortlist_column_pick(), {
        width: 5,
        values: isPicked,
        format: String,
      }),
      align: 'start',
      cell: pick,
      isControl: true,
    },
    text('verdict', m.shortlist_column_verdict(), {
      width: 13,
      value: (row) => verdictLabel(rows[row]!.verdict),
    }),
    number('expected', m.shortlist_column_expected({ noun: objectiveWords(objective).noun }), {
      ...{ width: 7, format },
      value: (row) => best(row)?.value ?? NaN,
    }),
    rangeColumn(rows, rangeOf, format),
    number('loss', m.shortlist_column_loss(), {
      ...{ width: 6, format: formatPercent },
      value: (row) => rows[row]!.loss ?? NaN,
    }),
    number('units', m.shortlist_column_units(), {
      ...{ width: 5, format: formatUnits },
      value: (row) => rows[row]!.units?.expected ?? NaN,
    }),
    number('order', m.shortlist_column_order(), {
      ...{ width: 5, format: formatCount },
      value: (row) => best(row)?.stockUnits ?? NaN,
    }),
    number('outlay', m.shortlist_column_outlay(), {
      ...{ width: 6, format: formatMoney },
      value: (row) => best(row)?.outlay ?? NaN,
    }),
    number('cost', m.shortlist_column_cost(), {
      ...{ width: 6, format: formatPrice },
      value: (row) => of(row)?.unitCost ?? NaN,
    }),
    number('novelty', m.shortlist_column_novelty(), {
      ...{ width: 6, format: formatPercent },
      value: (row) => rows[row]!.novelty,
    }),
    text('nearest', m.shortlist_column_nearest(), {
      width: 12,
      value: (row) => rows[row]!.nearest?.title ?? '',
    }),
    text('supplier', m.shortlist_column_supplier(), {
      width: 8,
      value: (row) => of(row)?.offers[0].supplier ?? '',
    }),
    text('category', m.shortlist_column_category(), {
      width: 9,
      value: (row) => of(row)?.category ?? '',
    }),
  ];
}

interface TextOf {
  readonly width: number;
  readonly value: (row: number) => string;
}

interface NumberOf {
  readonly width: number;
  readonly value: (row: number) => number;
  readonly format: (value: number) => string;
}

function textColumn(
  id: string,
  header: string,
  { width, values }: { readonly width: number; readonly values: readonly string[] },
): TableColumn {
  return {
    ...{ id, header, width, align: 'start', column: { kind: 'text', values } },
    format: (row) => (values[row] === '' ? MISSING : values[row]!),
    written: (row) => values[row]!,
  };
}

function numberColumn(
  id: string,
  header: string,
  {
    width,
    values,
    format,
  }: {
    readonly width: number;
    readonly values: readonly number[];
    readonly format: (value: number) => string;
  },
): TableColumn {
  const known = (value: number) => (Number.isNaN(value) ? MISSING : format(value));
  return {
    ...{ id, header, width, align: 'end' },
    column: { kind: 'number', values: Float64Array.from(values) },
    format: (row) => known(values[row]!),
    written: (row) => (Number.isNaN(values[row]) ? '' : values[row]!),
  };
}

/** Sorted by its lower end. */
function rangeColumn(
  rows: readonly RankedArticle[],
  rangeOf: (article: RankedArticle) => RankedArticle['profit'],
  format: (value: number | null | undefined) => string,
): TableColumn {
  const ranges = rows.map(rangeOf);
  const shown = (row: number) => {
    const range = ranges[row];
    return range ? formatRange(range.low80, range.high80, format) : MISSING;
  };
  return {
    ...{ id: 'range', header: m.shortlist_column_range(), width: 9, align: 'end' },
    column: { kind: 'number', values: Float64Array.from(ranges, (range) => range?.low80 ?? NaN) },
    format: shown,
    written: shown,
  };
}
