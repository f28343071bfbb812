// @module-tag whole
// Whatever the dialect, the encoding and the locale in which a shop writes its launches: the same launches are read.

import { zipSync } from 'fflate';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '#core/import/csv/encoding.ts';
import { readText } from '#core/import/values/read-text.ts';
import { isoDate, type Day } from '#core/base/dates.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readLaunches } from '#workers/dataset/import/read-launches.ts';
import { asDetected, jobFor } from '../../../support/csv-file.ts';
import { encodeText } from '../../../support/encode-text.ts';

interface Launch {
  readonly title: string;
  readonly channel: string;
  readonly day: Day;
  readonly price: number;
  readonly units: number;
}

/** How the shops of one script write. */
interface Script {
  readonly encodings: readonly Encoding[];
  readonly headers: readonly [
    title: string,
    channel: string,
    day: string,
    price: string,
    units: string,
  ];
  readonly words: readonly string[];
}

const SCRIPTS: readonly Script[] = [
  {
    encodings: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'],
    headers: ['Bezeichnung', 'Kanal', 'Startdatum', 'Listenpreis', 'Verkaufte Stück'],
    words: ['Größe', 'Café', 'Küche', 'Oak', 'Tray', 'Niño', '5" pipe', 'blue', 'été', 'x;y|z, w'],
  },
  {
    encodings: ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'],
    headers: ['商品标题', '渠道', '上架日期', '原价', '销量'],
    words: ['橡木托盘', '茶杯', '天猫', '蓝色', 'USB', '手工', '“大”号', 'a,b;c'],
  },
  {
    encodings: ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis'],
    headers: ['商品名', 'チャネル', '発売日', '定価', '販売数'],
    words: ['オークトレイ', 'マグカップ', '楽天', '青い', 'お皿', 'LED', 'a,b;c'],
  },
];

type Write = (launch: Launch) => readonly [day: string, price: string, units: string];

const two = (value: number) => String(value).padStart(2, '0');
const grouped = (whole: number, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
const money = (price: number, group: string, decimal: string) => {
  const [whole, cents] = price.toFixed(2).split('.') as [string, string];
  return grouped(Number(whole), group) + decimal + cents;
};
const dayIn = (day: Day, write: (year: number, month: number, date: number) => string) => {
  const [year, month, dayOfMonth] = isoDate(day).split('-').map(Number) as [number, number, number];
  return write(year, month, dayOfMonth);
};

const LOCALES: Readonly<Record<string, Write>> = {
  iso: ({ day, price, units }) => [
    dayIn(day, (y, m, d) => `${y}-${two(m)}-${two(d)}`),
    price.toFixed(2),
    String(units),
  ],
  american: ({ day, price, units }) => [
    dayIn(day, (y, m, d) => `${m}/${d}/${y}`),
    `$${money(price, ',', '.')}`,
    grouped(units, ','),
  ],
  british: ({ day, price, units }) => [
    dayIn(day, (y, m, d) => `${two(d)}/${two(m)}/${y} 09:30`),
    money(price, ',', '.'),
    grouped(units, ','),
  ],
  german: ({ day, price, units }) => [
    dayIn(day, (y, m, d) => `${d}.${m}.${y}`),
    `${money(price, '.', ',')} EUR`,
    grouped(units, '.'),
  ],
  french: ({ day, price, units }) => [
    dayIn(day, (y, m, d) => `${two(d)}/${two(m)}/${y}`),
    money(price, ' ', ','),
    grouped(units, ' '),
  ],
  spreadsheet: ({ day, price, units }) => [String(day + 25_569), price.toFixed(2), String(units)],
  unix: ({ day, price, units }) => [String(86_400 * day), price.toFixed(2), String(units)],
};

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  allQuoted: fc.boolean(),
  lastLineEnds: fc.boolean(),
  above: fc.constantFrom('', 'blank', 'sep'),
  wrapped: fc.constantFrom('plain', 'gzip', 'zip'),
  locale: fc.constantFrom(...Object.keys(LOCALES)),
});

function shops(script: Script) {
  const text = fc
    .array(fc.constantFrom(...script.words), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' '));
  const launch = fc.record({
    title: text.map((words) => `${script.words[0]} ${words}`),
    channel: fc.constantFrom(...script.words.slice(1, 4)),
    day: fc.integer({ min: 17_000, max: 20_000 }),
    price: fc.integer({ min: 50, max: 999_999 }).map((cents) => cents / 100),
    units: fc.nat(99_999),
  });
  return fc.record({
    launches: fc.uniqueArray(launch, { minLength: 10, maxLength: 30, selector: ({ day }) => day }),
    encoding: fc.constantFrom(...script.encodings),
    dialect: dialects,
  });
}

type Shop = typeof shops extends (script: Script) => fc.Arbitrary<infer T> ? T : never;

function fileOf({ launches, encoding, dialect }: Shop, headers: Script['headers']): File {
  const { delimiter, lineEnd, allQuoted, lastLineEnds, above, wrapped, locale } = dialect;
  const cell = (value: string) =>
    allQuoted || /["\r\n]/.test(value) || value.includes(delimiter)
      ? `"${value.replaceAll('"', '""')}"`
      : value;
  const rows = launches.map((launch) => {
    const [day, price, units] = LOCALES[locale]!(launch);
    return [launch.title, launch.channel, day, price, units];
  });
  const lines = [headers, ...rows].map((row) => row.map(cell).join(delimiter));
  const first = { '': [], blank: [''], sep: [`sep=${delimiter}`] }[above];
  const text = [...first, ...lines].join(lineEnd) + (lastLineEnds ? lineEnd : '');
  const bytes = encodeText(text, encoding);
  if (wrapped === 'gzip') return new File([new Uint8Array(gzipSync(bytes))], 'shop.csv.gz');
  if (wrapped === 'zip')
    return new File([new Uint8Array(zipSync({ 'shop.csv': bytes }))], 'shop.zip');
  return new File([bytes], 'shop.csv');
}

describe.each(SCRIPTS.map((script) => ({ script, name: script.headers[0] })))(
  'launches of a shop whose titles are called $name',
  ({ script }) => {
    it('come back from every dialect, encoding and locale', async () => {
      // One day beyond the twelfth tells day and month apart, as any longer table has one.
      const telling = { title: script.words[0]!, channel: script.words[1]!, day: 19_748 };
      await fc.assert(
        fc.asyncProperty(shops(script), async (given) => {
          const launches = [{ ...telling, price: 12.34, units: 1 }, ...given.launches];
          const file = fileOf({ ...given, launches }, script.headers);
          const { mapping, delimiter } = await previewFile(asDetected(file), jobFor());
          expect(delimiter).toBe(given.dialect.delimiter);
          const options = { file, mapping, today: null };
          const { table } = await readLaunches(options, new ThrottledJob(jobFor()));
          expect(table.title).toEqual(launches.map(({ title }) => readText(title)));
          expect(table.channel).toEqual(launches.map(({ channel }) => readText(channel)));
          expect([...table.launchDay]).toEqual(launches.map(({ day }) => day));
          expect([...table.listPrice]).toEqual(launches.map(({ price }) => price));
          expect([...table.units]).toEqual(launches.map(({ units }) => units));
        }),
        { numRuns: 100 },
      );
    });
  },
);
