// Recognises tables of how often terms were searched: a row for each term and period, a column for each term, or a column
// for each period.

import { words } from '#core/base/text/words.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { readNumber } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';
import type { MarketScale } from './market.ts';
import { isMetricName } from './metric-names.ts';
import { stepOf } from './period-grid.ts';
import { readIndex } from './read-trends-value.ts';
import { readPeriods } from './read-periods.ts';
import type { SeriesColumns, ValueColumn } from './series-columns.ts';

const PERIODS: ReadonlySet<string> = folded(
  words(
    'date, day, week, month, time, period, week of, week start, week starting, week beginning',
    'week commencing, start date, year month, search date, 日期, 时间, 统计日期, 统计时间, 周, 月',
    '月份, 周期, 统计周期, 数据日期, datum, tag, woche, monat, zeit, semaine, mois, jour, semana',
    'mes, fecha, mês, data, settimana, mese, 月, 日付, 週',
  ),
);
const TERMS: ReadonlySet<string> = folded(
  words(
    'keyword, keywords, search term, search terms, search query, query, term, search keyword',
    'keyword phrase, 关键词, 关键字, 搜索词, 关键词名称, 搜索关键词, 词, suchbegriff, suchwort',
    'mot clé, mots clés, palabra clave, palavra chave, キーワード, 検索キーワード',
  ),
);
const PLACES: ReadonlySet<string> = folded(
  words('geo, region, country, marketplace, place, 地区, 地域, 省份, land, pays'),
);
const PARTIAL: ReadonlySet<string> = folded(['is partial', 'ispartial', 'partial']);

/** Names that only search figures have. */
const TELLING: Readonly<Record<MarketScale, readonly string[]>> = {
  volume: words(
    'search volume, searches, monthly searches, avg monthly searches, weekly searches',
    'search count, number of searches, monthly search volume, weekly search volume, 搜索量',
    '搜索次数, 月搜索量, 周搜索量, 日搜索量, 搜索人数, suchvolumen, suchanfragen',
    'volume de recherche, volumen de búsqueda, 検索数, volume de busca, 検索ボリューム',
  ),
  index: words(
    'search index, search interest, interest over time, search popularity, baidu index, 百度指数',
    '搜索指数, 整体指数, 搜索人气, 搜索热度, 整体搜索指数, pc搜索指数, 移动搜索指数, 搜索指数 pc',
    '搜索指数 移动, 微信指数, 抖音指数, suchinteresse',
  ),
  rank: ['search rank', 'search frequency rank', '搜索排名', '搜索频率排名'],
};
/** Names of other figures too, so that a column of terms must stand beside them. */
const WEAK: Readonly<Record<MarketScale, readonly string[]>> = {
  volume: ['volume', 'weekly volume', 'monthly volume', '次数'],
  index: words(
    'index, interest, popularity, hits, score, value, 指数, 热度, 人气, 日均值, 整体日均值',
  ),
  rank: ['rank', '排名'],
};
const SCALES: readonly MarketScale[] = ['volume', 'index', 'rank'];

const MOSTLY = 0.8;
/** Least rows of a table whose headers are terms alone. */
const LEAST_ROWS = 8;
const LEAST_PERIODS = 3;
/** "Searches: Jan 2024" */
const BEFORE_PERIOD = /^.*[:：]\s*/s;

/** Recognises a table of how often terms were searched; null for any other table. */
export function recogniseKeywords(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): SeriesColumns | null {
  if (rows.length === 0) return null;
  const table = new SearchTable(headers, rows);
  return table.long() ?? table.across() ?? table.wide();
}

class SearchTable {
  readonly #headers: readonly string[];
  readonly #rows: readonly (readonly string[])[];
  readonly #day: string | null;
  readonly #term: string | null;
  readonly #place: string | null;
  readonly #partial: string | null;

  constructor(headers: readonly string[], rows: readonly (readonly string[])[]) {
    this.#headers = headers;
    this.#rows = rows;
    const named = (names: ReadonlySet<string>): string | null =>
      headers.find((header) => names.has(foldedHeader(header))) ?? null;
    this.#day = named(PERIODS);
    this.#term = named(TERMS);
    this.#place = named(PLACES);
    this.#partial = named(PARTIAL);
  }

  /** A row for each period, or for each term and period. */
  long(): SeriesColumns | null {
    if (!this.#hasDates()) return null;
    const value = this.#valueIn(TELLING) ?? (this.#term === null ? null : this.#valueIn(WEAK));
    return value ? this.#columns({ values: [value] }) : null;
  }

  /** A row for each term and a column for each period. */
  across(): SeriesColumns | null {
    const term = this.#term;
    if (term === null) return null;
    const texts = this.#headers.map((header) => cleanCell(header).replace(BEFORE_PERIOD, ''));
    const { days } = readPeriods(texts, null);
    const values = this.#headers.flatMap((header, i): ValueColumn[] =>
      header === term || Number.isNaN(days[i]!) || !this.#areNumbers(header)
        ? []
        : [{ header, term: '', place: '', scale: 'volume', day: days[i]! }],
    );
    const isEven = values.length >= LEAST_PERIODS && stepOf(values.map(({ day }) => day)) !== null;
    return isEven ? this.#columns({ values, day: null }) : null;
  }

  /** A row for each period and a column for each term. */
  wide(): SeriesColumns | null {
    if (!this.#hasDates() || this.#term !== null) return null;
    const own = new Set([this.#day, this.#place, this.#partial]);
    const others = this.#headers.filter((header) => !own.has(header));
    const marked = others.flatMap((header) => markedTerm(header) ?? []);
    if (marked.length > 0) {
      const values = marked.filter(({ header }) => this.#areNumbers(header));
      return values.length > 0 ? this.#columns({ values }) : null;
    }
    if (this.#rows.length < LEAST_ROWS || !this.#isEven()) return null;
    const areTerms = others.every((header) => isTerm(header) && this.#areNumbers(header));
    if (others.length === 0 || !areTerms) return null;
    const scale = this.#isIndex(others) ? 'index' : 'volume';
    return this.#columns({
      values: others.map((header) => ({ header, term: header, place: '', scale, day: NaN })),
    });
  }

  #columns(found: Partial<SeriesColumns> & Pick<SeriesColumns, 'values'>): SeriesColumns {
    return {
      ...{ day: this.#day, term: this.#term, place: this.#place, partial: this.#partial },
      ...{ isPasted: false, ...found },
    };
  }

  #valueIn(names: Readonly<Record<MarketScale, readonly string[]>>): ValueColumn | null {
    for (const scale of SCALES) {
      const own = [...folded(names[scale])];
      const header = own
        .flatMap((name) => this.#headers.find((each) => foldedHeader(each) === name) ?? [])
        .find((each) => this.#areNumbers(each));
      if (header !== undefined) return { header, term: '', place: '', scale, day: NaN };
    }
    return null;
  }

  #hasDates(): boolean {
    if (this.#day === null) return false;
    const filled = this.#cells(this.#day).filter((cell) => cell !== '');
    const { days } = readPeriods(filled, null);
    const dated = days.filter((day) => !Number.isNaN(day));
    return dated.length > 0 && dated.length >= MOSTLY * filled.length;
  }

  #isEven(): boolean {
    const { days } = readPeriods(this.#cells(this.#day!), null);
    const known = [...days].filter((day) => !Number.isNaN(day));
    return new Set(known).size === known.length && stepOf(known) !== null;
  }

  /** Returns whether the filled cells of a column are numbers from 0 on, or "<1". */
  #areNumbers(header: string): boolean {
    const filled = this.#cells(header).filter((cell) => !isMissing(cell));
    const numbers = filled.filter((cell) => numberIn(cell) >= 0 || !Number.isNaN(readIndex(cell)));
    return numbers.length > 0 && numbers.length >= MOSTLY * filled.length;
  }

  #isIndex(headers: readonly string[]): boolean {
    const cells = headers.flatMap((header) => this.#cells(header)).filter((cell) => cell !== '');
    return cells.every((cell) => !Number.isNaN(readIndex(cell)));
  }

  #cells(header: string): string[] {
    const place = this.#headers.indexOf(header);
    return this.#rows.map((row) => cleanCell(row[place] ?? ''));
  }
}

function numberIn(cell: string): number {
  const numbers = (['.', ','] as const).map((decimal) => readNumber(cell, decimal));
  return numbers.find((number) => typeof number === 'number') ?? NaN;
}

function isTerm(header: string): boolean {
  return Number.isNaN(numberIn(header)) && !isMetricName(header);
}

const MARKS = SCALES.flatMap((scale) => TELLING[scale].map((mark) => ({ scale, mark }))).toSorted(
  (a, b) => b.mark.length - a.mark.length,
);

/** "cloud lamp search volume", "Search index (cloud lamp)" and "云朵灯搜索指数": a term with the name of a search figure. */
function markedTerm(header: string): ValueColumn | null {
  const text = cleanCell(header).normalize('NFKC');
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return null;
  for (const { scale, mark } of MARKS) {
    const at = lower.indexOf(mark);
    if (at < 0 || (at > 0 && at + mark.length < lower.length && !isApart(lower, at, mark)))
      continue;
    const rest = `${text.slice(0, at)} ${text.slice(at + mark.length)}`;
    const term = rest.replace(/^[\s:()[\]_|–-]+|[\s:()[\]_|–-]+$/g, '').replace(/\s+/g, ' ');
    if (term !== '') return { header, term, place: '', scale, day: NaN };
  }
  return null;
}

/** Returns whether signs, and no letters, stand around a mark within a header. */
function isApart(text: string, at: number, mark: string): boolean {
  const around = text.charAt(at - 1) + text.charAt(at + mark.length);
  return !/[\p{L}\p{N}]/u.test(around);
}

function folded(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(foldedHeader));
}
