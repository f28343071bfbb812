import type { BoughtTogether } from '#core/model/associations/associations.ts';
import { m } from '#messages';
import type { TableColumn } from '#components/ui/tables/table-column.ts';
import { formatCount, MISSING } from '#components/words/numbers.ts';
import { formatLift, liftRange } from './together-words.ts';

/** Columns shown by default; on request, also the groups of products and how often each was bought. */
export const USUAL_PAIR_COLUMNS: readonly string[] = ['second', 'lift', 'range', 'both'];

/** Returns the columns of pairs, in their order. */
export function pairColumns(pairs: readonly BoughtTogether[]): TableColumn[] {
  const isGrouped = pairs.some(
    ({ details }) => details && details.first.category + details.second.category !== '',
  );
  const groups = isGrouped
    ? [
        textColumn(
          'firstGroup',
          m.together_head_first_group(),
          pairs.map(({ details }) => details?.first.category ?? ''),
        ),
        textColumn(
          'secondGroup',
          m.together_head_second_group(),
          pairs.map(({ details }) => details?.second.category ?? ''),
        ),
      ]
    : [];
  return [
    textColumn(
      'first',
      m.together_head_first(),
      pairs.map(({ firstTitle }) => firstTitle),
    ),
    textColumn(
      'second',
      m.together_head_second(),
      pairs.map(({ secondTitle }) => secondTitle),
    ),
    ...groups,
    numberColumn(
      'lift',
      m.together_head_lift(),
      pairs.map(({ lift }) => lift),
      formatLift,
    ),
    {
      ...numberColumn(
        'range',
        m.together_head_range(),
        pairs.map(({ low90 }) => low90),
        formatLift,
      ),
      format: (row) => liftRange(pairs[row]!),
      written: (row) => liftRange(pairs[row]!),
    },
    numberColumn(
      'both',
      m.together_head_both(),
      pairs.map(({ both }) => both),
      formatCount,
    ),
    numberColumn(
      'withFirst',
      m.together_head_with_first(),
      pairs.map(({ withFirst }) => withFirst),
      formatCount,
    ),
    numberColumn(
      'withSecond',
      m.together_head_with_second(),
      pairs.map(({ withSecond }) => withSecond),
      formatCount,
    ),
  ];
}

function textColumn(id: string, header: string, values: readonly string[]): TableColumn {
  return {
    ...{ id, header, width: 14, align: 'start', column: { kind: 'text', values } },
    format: (row) => (values[row] === '' ? MISSING : values[row]!),
    written: (row) => values[row]!,
  };
}

function numberColumn(
  id: string,
  header: string,
  values: readonly number[],
  format: (value: number) => string,
): TableColumn {
  return {
    ...{ id, header, width: 7, align: 'end' },
    column: { kind: 'number', values: Float64Array.from(values) },
    format: (row) => format(values[row]!),
    written: (row) => values[row]!,
  };
}
