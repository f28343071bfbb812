// What a niche is called, and whether two names mean the same one.

import { spellingKey } from '#core/base/text/split-words.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { stemsOf } from '../market/stems-of.ts';

/** What tools and browsers add to the name of a file. */
const ADDED = [
  /\.[a-z]{2,4}$/i,
  /\(\d+\)/g,
  /\b\d{1,4}[-._]\d{1,2}[-._]\d{1,4}\b/g,
  /\b\d{6,}\b/g,
  /\bniche ?details ?(?:-? ?products ?tab)?\b/gi,
  /\b(?:helium ?10|x-?ray|jungle ?scout|amazon(?:\.[a-z.]+)?|black ?box)\b/gi,
  /\b(?:search terms?|keywords?)(?: of\b)?|\b(?:data )?export(?:ed)?\b|\bcsv\b/gi,
] as const;

/**
 * Returns the name of the niche that a file of products is about: the niche or search term that the file states, else its file
 * name without what tools add to it ("Helium_10_Xray_table_lamp_2026-02-07.csv" is "table lamp"), else its file name.
 */
export function nicheNameOf({ facts, fileName }: Pick<MarketFile, 'facts' | 'fileName'>): string {
  if (facts.niche !== '' || facts.term !== '') return facts.niche || facts.term;
  const spaced = fileName.replace(/_+/g, ' ');
  const bare = ADDED.reduce((name, added) => name.replace(added, ' '), spaced)
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–.,]+|[\s\-–.,]+$/g, '');
  return stemsOf(bare).size > 0 ? bare : fileName;
}

/** Returns a key that is equal for names of the same words in any order, whatever their case and plural endings. */
export function nicheKey(name: string): string {
  const stems = [...stemsOf(name)].sort();
  return stems.length > 0 ? stems.join(' ') : spellingKey(name);
}
