import { inCents } from '#core/base/cents.ts';
import { textCounts, type CodedColumn } from '../csv/coded-column.ts';
import {
  currencyOf,
  isSameCurrency,
  type Currency,
  type CurrencyRates,
} from '#core/base/currency.ts';
import type { IssueLog } from '../csv/issue-log.ts';
import type { Issue, IssueKind } from '../csv/issues.ts';
import { readNumberInWords } from '../values/number-in-words.ts';
import type { DecimalSign, NoNumber } from '../values/read-number.ts';
import { sentinelTexts } from '../recipe/sentinels.ts';
import type { NumberFieldName } from '#core/launch/fields.ts';

export interface NumberTarget {
  readonly field: NumberFieldName;
  readonly column: string | null;
  readonly decimal: DecimalSign;
  /** null if the column holds no money, or its currency is unknown. */
  readonly mainCurrency: Currency | null;
  readonly currencyRates: CurrencyRates;
  readonly rowNumbers: ArrayLike<number>;
  readonly log: IssueLog;
}

/** The value of a text, and the findings about the cells that hold it. */
interface CellReading {
  readonly value: number;
  readonly remarks: readonly IssueKind[];
}

const INFO: ReadonlySet<IssueKind> = new Set(['converted-currency']);

/**
 * Reads a number column, each distinct text once, and logs findings. Cells that are missing, emptied or unreadable
 * become NaN.
 */
export function readNumberColumn(cells: CodedColumn, target: NumberTarget): Float64Array {
  const { texts, codes } = cells;
  const numbers = texts.map((text) =>
    asNumber(readNumberInWords(text, target.decimal), target.field),
  );
  const sentinels = sentinelTexts({
    texts,
    values: Float64Array.from(numbers, (number) => (typeof number === 'number' ? number : NaN)),
    counts: textCounts(cells),
  });
  const readings = texts.map((text, place) =>
    readingOf(text, numbers[place]!, { ...target, isSentinel: sentinels.has(place) }),
  );
  if (readings.some(({ remarks }) => remarks.length > 0)) logRemarks(cells, readings, target);
  const values = Float64Array.from(readings, ({ value }) => value);
  return Float64Array.from(codes, (code) => values[code]!);
}

function readingOf(
  text: string,
  number: number | NoNumber,
  target: NumberTarget & { readonly isSentinel: boolean },
): CellReading {
  if (number === 'missing') return { value: NaN, remarks: [] };
  if (target.isSentinel) {
    const isEmptied = target.log.treats(findingOf('sentinel-value', target), 'empty', true);
    if (isEmptied) return { value: NaN, remarks: ['sentinel-value'] };
    const { value, remarks } = plainReading(number, target.field);
    return { value, remarks: ['sentinel-value', ...remarks] };
  }
  const read = plainReading(number, target.field);
  return Number.isNaN(read.value) ? read : inMainCurrency(text, read.value, target);
}

function plainReading(number: number | NoNumber, field: NumberFieldName): CellReading {
  const objection = objectionTo(number, field);
  return objection === null
    ? { value: Number(number), remarks: [] }
    : { value: NaN, remarks: [objection] };
}

function inMainCurrency(text: string, value: number, target: NumberTarget): CellReading {
  const { mainCurrency, currencyRates, log } = target;
  const currency = mainCurrency === null ? null : currencyOf(text);
  if (mainCurrency === null || currency === null || isSameCurrency(currency, mainCurrency))
    return { value, remarks: [] };
  const rate = currencyRates[currency];
  if (rate !== undefined) return { value: inCents(value * rate), remarks: ['converted-currency'] };
  const isEmptied = log.treats(findingOf('other-currency', target), 'empty', true);
  return { value: isEmptied ? NaN : value, remarks: ['other-currency'] };
}

/** A channel fee of 15 means 15%. */
function asNumber(number: number | NoNumber, field: NumberFieldName): number | NoNumber {
  return field === 'channelFee' && typeof number === 'number' && number > 1 ? number / 100 : number;
}

function objectionTo(value: number | NoNumber, field: NumberFieldName): IssueKind | null {
  if (value === 'not-finite') return 'number-not-finite';
  if (typeof value === 'string') return 'unreadable-number';
  if (value < 0) return 'negative-number';
  // A fee above the whole price is an amount of money, not a share.
  return field === 'channelFee' && value > 1 ? 'unreadable-number' : null;
}

function logRemarks(
  { texts, codes }: CodedColumn,
  readings: readonly CellReading[],
  target: NumberTarget,
): void {
  codes.forEach((code, row) => {
    for (const kind of readings[code]!.remarks)
      target.log.add(findingOf(kind, target), target.rowNumbers[row]!, texts[code]);
  });
}

function findingOf(
  kind: IssueKind,
  { field, column }: Pick<NumberTarget, 'field' | 'column'>,
): Pick<Issue, 'kind' | 'severity' | 'field' | 'column'> {
  return { kind, severity: INFO.has(kind) ? 'info' : 'warning', field, column };
}
