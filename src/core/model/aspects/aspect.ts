// What a sentence of a review can be about.

/** Aspects that most shops' reviews are about, in the order in which pages show them. */
export const ASPECTS = [
  'size-and-fit',
  'quality',
  'material',
  'looks',
  'performance',
  'smell-and-taste',
  'safety',
  'price',
  'delivery',
  'packaging',
  'instructions',
  'service',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** An aspect, or a topic of this shop's own that the seller took up, by its word. */
export type AspectId = Aspect | `own:${string}`;

export function isAspectId(name: string): name is AspectId {
  return name.startsWith('own:') || ASPECTS.some((aspect) => aspect === name);
}

/** A word that the shop's own texts added to an aspect. */
export interface GrownWord {
  readonly word: string;
  /** Sentences that hold it. */
  readonly count: number;
  /** Of these, how many times more are about the aspect than chance gives. */
  readonly lift: number;
}

/** The words and phrases by which an aspect is found. Plain data: it can be stored, shown and edited. */
export interface AspectWords {
  readonly aspect: AspectId;
  /** Written by us, or the topic's own word. */
  readonly seeds: readonly string[];
  readonly grown: readonly GrownWord[];
  /** By the seller. */
  readonly added: readonly string[];
  /** Seeds and grown words that the seller does not want. */
  readonly removed: readonly string[];
}

/**
 * What a sentence says of an aspect beyond good or bad, where its words say so: smaller or larger than expected, as
 * expected; different from its picture or description; later than promised.
 */
export type AspectDirection = 'smaller' | 'larger' | 'as-expected' | 'differs' | 'late';

/** That a sentence is about an aspect. */
export interface AspectMention {
  readonly aspect: AspectId;
  /** Undefined where words give none, or give two. */
  readonly direction?: AspectDirection | undefined;
  /** Whether it names a fault only to deny it, which is praise whatever the tone: "no smell", "没有异味", "not expensive". */
  readonly isNegated: boolean;
}
