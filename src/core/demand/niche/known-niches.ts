// The niches that market data files tell of, each once: its row in a list of niches, and the products that buyers choose from.

import type { Day } from '#core/base/dates.ts';
import type { MarketFile, MarketNiche, MarketOffer } from '#core/import/market/market.ts';
import { nicheKey, nicheNameOf } from './niche-name.ts';

/** What files know of one niche. */
export interface KnownNiche {
  readonly name: string;
  /** Most searched terms; empty where no list of niches has it. */
  readonly terms: readonly string[];
  /** Its row in a list of niches; null where none has it. */
  readonly niche: MarketNiche | null;
  /** Its products; empty where no file of products has it. */
  readonly offers: readonly MarketOffer[];
  /** Day on which the figures of the offers were made; NaN where it is not known. */
  readonly offersDay: Day;
  /** Names of the files that the row and the offers are from. */
  readonly fileNames: readonly string[];
}

/** A part of a niche: its row or its offers. */
interface Part {
  readonly name: string;
  readonly fileName: string;
  readonly day: Day;
  readonly niche: MarketNiche | null;
  readonly offers: readonly MarketOffer[];
}

/**
 * Returns the niches of all files, in the order in which they first appear. Names are compared by their words (`nicheKey`). Of two
 * files about the same part of a niche, the newer one stands: by the days on which their figures were made, where both are known,
 * else the later one in the list.
 */
export function knownNiches(files: readonly MarketFile[]): KnownNiche[] {
  const rows = new Map<string, Part>();
  const products = new Map<string, Part>();
  const keys = new Set<string>();
  for (const part of files.flatMap(partsOf)) {
    const key = nicheKey(part.name);
    const parts = part.niche ? rows : products;
    const before = parts.get(key);
    keys.add(key);
    if (!before || !(before.day > part.day)) parts.set(key, part);
  }
  return [...keys].map((key) => joined(rows.get(key), products.get(key)));
}

function partsOf(file: MarketFile): Part[] {
  const { fileName, facts } = file;
  const from = { fileName, day: facts.updated };
  if (file.kind === 'niches')
    return file.niches.map((niche) => ({ ...from, name: niche.name, niche, offers: [] }));
  if (file.kind === 'niche-products')
    return [{ ...from, name: nicheNameOf(file), niche: null, offers: file.offers }];
  return [];
}

function joined(row: Part | undefined, products: Part | undefined): KnownNiche {
  const parts = [row, products].filter((part) => part !== undefined);
  return {
    name: parts[0]!.name,
    terms: row?.niche?.terms ?? [],
    niche: row?.niche ?? null,
    offers: products?.offers ?? [],
    offersDay: products?.day ?? NaN,
    fileNames: [...new Set(parts.map(({ fileName }) => fileName))],
  };
}
