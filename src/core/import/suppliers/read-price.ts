// Reads a price as suppliers write it: "€3.20", "US$ 4 / pc", "12.5-15.8元", "1-99: ¥12.5; 100-499: ¥11". A text that
// may mean another number gives none.

import { currencyOf, type Currency } from '#core/base/currency.ts';
import { readNumber, type DecimalSign } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';
import { readTier } from './price-tier.ts';

/** What a price is for. */
export type PricePer = 'unit' | 'dozen' | 'carton';

export interface Price {
  readonly amount: number;
  /** Named in the cell; null where it names none. */
  readonly currency: Currency | null;
  readonly per: PricePer;
  /** Present where the cell says that it is only the lowest: "from $3", "¥3.5起". */
  readonly isLowest?: true;
}

/** A price from so many units on; from null: at any quantity. */
export interface TierPrice extends Price {
  readonly from: number | null;
}

const ON_REQUEST =
  /^(?:on request|upon request|tba|tbd|tbc|poa|ask|contact us|quote|询价|面议|电议|待定|议价|sold out|售罄|缺货)$/iu;
const LEADING =
  /^(?:fob|exw|cif|ddp|only|约|仅|含税|不含税|出厂价?|批发价?|单价|价格)\s*[:：]?\s*/iu;
const PER = /\s*(?:\/|per\b|每)\s*(?<what>[\p{L}.]*)\s*$/iu;
/** "(含税)", "(FOB)" */
const REMARK = /\s*[(（][^\d()（）]*[)）]$/u;
const FROM = /^(?:from|starting (?:at|from)|as low as|ab|desde|低至)\s*(?=\D{0,5}\d)/iu;
const UP = /\s*(?:起|\+|(?:and )?up(?:wards)?)$/iu;
const EACH = /(?<=\d\s*)(?:ea|each|pcs?)\.?$/iu;
const DOZEN = /^(?:dozens?|doz|dz|打)\.?$/iu;
const CARTON = /^(?:ctns?|cartons?|cases?|box(?:es)?|packs?|箱|整箱)\.?$/iu;
const PIECE =
  /^(?:|pcs?|pieces?|units?|ea|each|sets?|pairs?|st|stk|stück|件|个|只|套|双|条|盒|瓶|支|张|台|把|包|本|块|顶|枚)\.?$/iu;
const RANGE = /^(?<low>.*\d.*?)\s*(?:[-–—~～至到]|\bto\b)\s*(?<high>\D*\d.*)$/iu;
const SEGMENTS = /[;；\n|]|\s\/\s|[,，]\s*(?=[≥>]|\d+\s*(?:[-–~～]|件|个|pcs|\+))/iu;
const TIER_FIRST = /^(?<tier>[^:：=@]+?)\s*[:：=@]\s*(?<price>.+)$/u;
const TIER_NEXT = /^(?<tier>.*?\d\D*?)\s+(?<price>(?:[A-Z]{0,3}\s?[¥￥€$£]|[A-Z]{3}\s).+)$/u;
const TIER_LAST = /^(?<price>[^(（]+)[(（](?<tier>[^)）]+)[)）]$/u;

/** Returns the prices in a cell, that of the smallest quantity first: none where it is empty or on request, else null. */
export function readPrices(cell: string, decimal: DecimalSign): TierPrice[] | null {
  const text = cleanCell(cell);
  if (isMissing(text) || ON_REQUEST.test(text)) return [];
  const ladder = readLadder(cell, decimal);
  if (ladder) return ladder;
  const price = readPrice(text, decimal);
  if (price === 'missing') return [];
  return price === null ? null : [{ ...price, from: null }];
}

function readLadder(cell: string, decimal: DecimalSign): TierPrice[] | null {
  const segments = cell
    .split(SEGMENTS)
    .map(cleanCell)
    .filter((segment) => segment !== '');
  const steps = segments.map((segment): TierPrice | null => {
    for (const shape of [TIER_FIRST, TIER_LAST, TIER_NEXT]) {
      const found = shape.exec(segment)?.groups;
      const tier = found ? readTier(found.tier!) : null;
      const price = tier && readPrice(cleanCell(found!.price!), decimal);
      if (price && price !== 'missing') return { ...price, from: tier.from };
    }
    return null;
  });
  if (steps.length === 0 || steps.includes(null)) return null;
  return (steps as TierPrice[]).sort((a, b) => a.from! - b.from!);
}

/** Of a range of prices, the highest counts: a cost must not be stated too low. */
function readPrice(text: string, decimal: DecimalSign): Price | 'missing' | null {
  const bare = text
    .normalize('NFKC')
    .replace(REMARK, '')
    .replace(LEADING, '')
    .replace(UP, '')
    .replace(EACH, '')
    .trim();
  const what = PER.exec(bare)?.groups?.what ?? '';
  const per = perOf(what);
  if (per === null) return null;
  const amountText = bare.replace(PER, '').replace(FROM, '').replace(UP, '').trim();
  const amount = amountOf(amountText, decimal);
  if (typeof amount !== 'number') return amount;
  const isLowest = [text, bare.replace(PER, '')].some((each) => FROM.test(each) || UP.test(each));
  return { amount, currency: currencyOf(amountText), per, ...(isLowest && { isLowest }) };
}

function perOf(what: string): PricePer | null {
  if (PIECE.test(what)) return 'unit';
  if (DOZEN.test(what)) return 'dozen';
  return CARTON.test(what) ? 'carton' : null;
}

/** A price of 0 is none: articles are not given away. */
function amountOf(text: string, decimal: DecimalSign): number | 'missing' | null {
  if (text.includes('%')) return null;
  const value = readNumber(text, decimal);
  if (value === 'missing' || value === 0) return 'missing';
  if (typeof value === 'number') return value > 0 ? value : null;
  return highestOf(text, decimal);
}

function highestOf(range: string, decimal: DecimalSign): number | null {
  const { low = '', high = '' } = RANGE.exec(range)?.groups ?? {};
  const ends = [low, high].map((text) => readNumber(text, decimal));
  const areAmounts = ends.every((end) => typeof end === 'number' && end > 0);
  return areAmounts ? Math.max(...(ends as number[])) : null;
}
