// Reads a price reduction as shops write it: 20 %, 0.2, 5.00 €, 8折, 2割引. The meaning of a bare number depends on the
// whole column.

import { currencyOf } from '#core/base/currency.ts';
import { readNumber, type DecimalSign } from './read-number.ts';
import { cleanCell, isMissing } from './read-text.ts';

export type WrittenDiscount =
  /** 0–1. A percent sign does not say whether the share is taken off or left to pay. */
  | { readonly mark: 'percent'; readonly value: number }
  /** Share of the price taken off, 0–1. */
  | { readonly mark: 'off'; readonly value: number }
  | { readonly mark: 'money'; readonly value: number }
  | { readonly mark: 'bare'; readonly value: number };

const NONE =
  /^(?:no(?:ne)?|no discount|keine?r?|ohne|aucune?|ningun[oa]?|nenhum|无|不打折|无折扣|原价|なし)$/iu;
/** 8折 and 85折 leave 80% and 85% to pay. */
const FOLD = /^(?:约|打)?\s*([\d.]+|[一二三四五六七八九]{1,2})\s*折起?$/u;
/** 2割引 takes off 20%. */
const TENTHS_OFF = /^(\d(?:\.\d)?)割(?:引き?|オフ)?$/u;
const HALF = /^(?:半价|半折|半額)$/u;
const HAN_DIGITS = '零一二三四五六七八九';
const WORDS_AROUND =
  /^(?:minus|save|bis zu|up to|立减|直减|优惠|减)\s*|\s*(?:off|discount|rabatt|reduziert|de remise|de descuento|de desconto|优惠|引き?|オフ)$/giu;

/** Reads a discount cell. Returns null if it says nothing or cannot be read. */
export function readDiscount(cell: string, decimal: DecimalSign): WrittenDiscount | null {
  const text = cleanCell(cell).normalize('NFKC');
  if (NONE.test(text)) return { mark: 'off', value: 0 };
  if (isMissing(text)) return null;
  const inWords = discountInWords(text);
  if (inWords !== null) return { mark: 'off', value: inWords };
  const bare = text.replace(WORDS_AROUND, '').replace(/^[-−–]\s*/u, '');
  const number = readNumber(bare, decimal);
  if (typeof number !== 'number' || number < 0) return null;
  if (bare.includes('%')) return { mark: 'percent', value: number };
  return { mark: currencyOf(bare) === null ? 'bare' : 'money', value: number };
}

function discountInWords(text: string): number | null {
  if (HALF.test(text)) return 0.5;
  const tenths = TENTHS_OFF.exec(text)?.[1];
  if (tenths !== undefined) return Number(tenths) / 10;
  const fold = FOLD.exec(text)?.[1];
  if (fold === undefined) return null;
  const digits = fold.replace(/\p{Script=Han}/gu, (digit) => String(HAN_DIGITS.indexOf(digit)));
  const left = Number(digits);
  return left > 0 && left <= 100 ? 1 - left / (left > 10 ? 100 : 10) : null;
}
