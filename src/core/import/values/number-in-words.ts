// People who keep lists by hand write words around a number: "ca. 29", "29 Stück", "sold out (12)".

import { readNumber, type DecimalSign, type NoNumber } from './read-number.ts';

const ABOUT =
  /^(?:ca\.?|circa|etwa|rund|about|approx\.?|approximately|around|env\.?|environ|aprox\.?|cerca de|unos|unas|~|≈|±|约|約|大约|およそ)\s*(?=\d)/iu;
const PIECES =
  /(?<=\d)\s*(?:st\.?|stk\.?|stück|pcs\.?|pieces?|units?|pièces?|unités?|piezas?|unidades?|peças?|un\.|ud\.?|uds\.?|件|个|個|点)?\s*(?:verkauft|sold|vendu(?:e?s)?|vendid[oa]s?)?$/iu;
/** The number that was sold before the stock ran out. */
const SOLD_OUT =
  /^(?:ausverkauft|sold[ -]?out|épuisée?s?|agotad[oa]s?|esgotad[oa]s?|售罄|卖完|売り切れ|完売)\s*[(（:,–-]\s*(.*\d)\s*[)）]?$/iu;

/** Reads a number as readNumber() does, and one between words that leave no doubt about it. */
export function readNumberInWords(cell: string, decimal: DecimalSign): number | NoNumber {
  const read = readNumber(cell, decimal);
  if (read !== 'unreadable') return read;
  const text = cell.trim().replace(SOLD_OUT, '$1').replace(ABOUT, '').replace(PIECES, '');
  return readNumber(text, decimal);
}
