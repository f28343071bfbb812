// Reads a size: letters, clothing and shoe numbers of a region, heights and ages of children, waists, packages. A size has
// a system and a place in its order, so that sizes written in different ways are the same.

/**
 * A way of naming sizes. numbers: bare or EU numbers; height: cm of children or of Chinese labels; foot: mm; volume: ml;
 * mass: g; count: pieces; length: cm.
 */
export type SizeSystem =
  | 'letters'
  | 'one'
  | 'numbers'
  | 'uk'
  | 'us'
  | 'waist'
  | 'foot'
  | 'height'
  | 'age'
  | 'volume'
  | 'mass'
  | 'count'
  | 'length';

export interface VariantSize {
  readonly system: SizeSystem;
  /** Ascending in size; a number of the system's own unit. Letters: M is 0. Ages are months. */
  readonly position: number;
}

/** Returns the size that a text names; null where it names none. */
export function variantSize(text: string): VariantSize | null {
  const said = text.normalize('NFKC').toLowerCase().replace(LABEL, '').replace(/\s+/gu, ' ').trim();
  for (const read of READERS) {
    const found = read(said);
    if (found) return found;
  }
  return null;
}

type Reader = (said: string) => VariantSize | null;

const LABEL = /^(?:size|größe|groesse|gr\.?|taille|talla|tamanho|尺码|尺寸|规格|鞋码)\s*:?\s*/u;
const ONE_SIZE =
  /^(?:one[- ]?size(?: fits all)?|os|o\/s|free ?size|f|einheitsgröße|taille unique|talla única|tamanho único|均码|通码|单码)$/u;
/** Words for letters, by their place; 0 is M. */
const LETTER_WORDS: ReadonlyMap<string, number> = new Map([
  ...words(-2, ['extra small', 'x-small', 'x small', '加小', '特小']),
  ...words(-1, ['small', 'petite', 'petit', 'klein', 'pequeño', '小']),
  ...words(0, ['medium', 'moyen', 'mittel', 'mediano', '中']),
  ...words(1, ['large', 'grand', 'groß', 'grande', '大']),
  ...words(2, ['x-large', 'x large', 'extra large', '加大', '特大']),
  ...words(3, ['xx-large', 'xx large', '加加大']),
]);

function words(place: number, all: readonly string[]): [string, number][] {
  return all.map((word) => [word, place]);
}

const letters: Reader = (said) => {
  if (ONE_SIZE.test(said)) return { system: 'one', position: 0 };
  const bare = said.replace(/\s*[码号]$/u, '').replace(/\s*\(.*\)$/u, '');
  const place = LETTER_WORDS.get(bare);
  if (place !== undefined) return { system: 'letters', position: place };
  if (/^[sml]$/.test(bare)) return { system: 'letters', position: 'sml'.indexOf(bare) - 1 };
  const found = /^(?:(?<times>[0-9])?\s*x|(?<row>x{2,6}))-?(?<end>[sl])?$/u.exec(bare)?.groups;
  if (!found) return null;
  const { times, row, end } = found;
  // "2X" without a letter is large; a bare "x" is none.
  if (end === undefined && times === undefined) return null;
  const count = row?.length ?? Number(times ?? 1);
  return { system: 'letters', position: end === 's' ? -1 - count : 1 + count };
};

const FRACTIONS: readonly [RegExp, string][] = [
  [/½|1⁄2|(?<=\d) 1\/2$/u, '.5'],
  [/(?<=\d),(?=\d)/u, '.'],
];

function numberIn(text: string): number {
  return Number(
    FRACTIONS.reduce((all, [from, to]) => all.replace(from, to), text).replace(/\s/gu, ''),
  );
}

const REGIONS: Readonly<Record<string, SizeSystem>> = {
  eu: 'numbers',
  eur: 'numbers',
  uk: 'uk',
  us: 'us',
};

const regional: Reader = (said) => {
  const before = /^(?<region>eur?|uk|us)\s*(?<value>\d{1,3}(?:[.,]5|½|1⁄2| 1\/2)?)(?:\s*码)?$/u;
  const after = /^(?<value>\d{1,3}(?:[.,]5|½|1⁄2| 1\/2)?)\s*(?<region>eur?|uk|us)$/u;
  const found = (before.exec(said) ?? after.exec(said))?.groups;
  return found ? { system: REGIONS[found.region!]!, position: numberIn(found.value!) } : null;
};

const waist: Reader = (said) => {
  const found =
    /^(?:w\s*(?<w>\d{2})(?:[\s/x-]*l\s*\d{2})?|(?<pair>2\d|3\d|4[0-4])\s*[/x]\s*l?\s*(?:2[6-9]|3[0-8]))$/u.exec(
      said,
    );
  const value = found?.groups?.w ?? found?.groups?.pair;
  return value === undefined ? null : { system: 'waist', position: Number(value) };
};

/** "165/88A", "80/86", "110 cm". */
const height: Reader = (said) => {
  const label = /^(?<cm>1[4-9]\d)\s*\/\s*\d{2,3}\s*[abcy]?$/u.exec(said)?.groups?.cm;
  const pair = /^(?<cm>[5-9]\d|1[0-7]\d)\s*[/-]\s*(?:[5-9]\d|1[0-7]\d)(?:\s*cm)?$/u.exec(said)
    ?.groups?.cm;
  const single = /^(?<cm>[5-9]\d|1[0-7]\d)\s*(?:cm|厘米)?$/u.exec(said)?.groups?.cm;
  const cm = Number(label ?? pair ?? single);
  return cm % 1 === 0 && cm > 0 && isChildren(said, cm) ? { system: 'height', position: cm } : null;
};

/** Bare numbers are heights from 66 on: no clothing number is as high, and no child as small is sold by height. */
function isChildren(said: string, cm: number): boolean {
  return cm >= (/cm|厘米|[/-]/u.test(said) ? 50 : 66);
}

const MONTHS = 12;
const age: Reader = (said) => {
  const found =
    /^(?<from>\d{1,2})(?:\s*[-–~/至到]\s*\d{1,2})?\s*(?<unit>y|yrs?|years?|jahre|ans|t|岁|m|mo|mths?|months?|monate|mois|个月)$/u.exec(
      said,
    )?.groups;
  if (!found) return null;
  const isMonths = /^(?:m|个月)/u.test(found.unit!);
  return { system: 'age', position: Number(found.from) * (isMonths ? 1 : MONTHS) };
};

/** What a package's unit is worth in the unit of its system. */
const UNITS: Readonly<Record<string, readonly [SizeSystem, number]>> = {
  ...{ ml: ['volume', 1], 毫升: ['volume', 1], cl: ['volume', 10], l: ['volume', 1000] },
  ...{ 升: ['volume', 1000], 'fl oz': ['volume', 29.5735], 'fl.oz': ['volume', 29.5735] },
  ...{
    g: ['mass', 1],
    克: ['mass', 1],
    kg: ['mass', 1000],
    公斤: ['mass', 1000],
    千克: ['mass', 1000],
  },
  ...{ oz: ['mass', 28.3495], lb: ['mass', 453.592], lbs: ['mass', 453.592] },
  ...{
    pcs: ['count', 1],
    pc: ['count', 1],
    pack: ['count', 1],
    pieces: ['count', 1],
    ct: ['count', 1],
  },
  ...{ 件: ['count', 1], 只: ['count', 1], 个: ['count', 1], 片: ['count', 1], 支: ['count', 1] },
  ...{ stück: ['count', 1], stk: ['count', 1], 双: ['count', 1] },
  ...{
    mm: ['length', 0.1],
    cm: ['length', 1],
    m: ['length', 100],
    in: ['length', 2.54],
    inch: ['length', 2.54],
    厘米: ['length', 1],
  },
};

const measured: Reader = (said) => {
  const of = /^(?:pack|set|box) of (?<value>\d+)$/u.exec(said)?.groups?.value;
  if (of !== undefined) return { system: 'count', position: Number(of) };
  const found =
    /^(?<value>\d+(?:[.,]\d+)?)[\s-]*(?<unit>fl\.? ?oz|[a-zü]+|\p{Script=Han}{1,2}?)\.?(?:装|入)?$/u.exec(
      said,
    )?.groups;
  const unit = found && UNITS[found.unit!.replace(/\. ?/u, ' ')];
  if (!unit) return null;
  const [system, factor] = unit;
  return { system, position: Number((numberIn(found.value!) * factor).toPrecision(6)) };
};

/** Bare numbers: "230" is a foot in mm, "38" a number of clothes or shoes, "28" may be a waist. */
const bare: Reader = (said) => {
  if (!/^\d{1,3}(?:[.,]5|½|1⁄2| 1\/2)?(?: ?码)?$/u.test(said)) return null;
  const value = numberIn(said.replace(/ ?码$/u, ''));
  if (value >= 210 && value <= 310 && value % 5 === 0) return { system: 'foot', position: value };
  if (value >= 24 && value < 32) return { system: 'waist', position: value };
  return value <= 62 ? { system: 'numbers', position: value } : null;
};

const READERS: readonly Reader[] = [letters, regional, waist, height, age, measured, bare];

/** Returns whether sizes of a system are worn: their curves have a middle, unlike those of packages. */
export function isWorn(system: SizeSystem): boolean {
  return !['one', 'volume', 'mass', 'count', 'length'].includes(system);
}
