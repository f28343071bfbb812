// The top list: the most promising articles, one after another, as long as the limits allow. It is what sellers do with a
// ranking, and what a portfolio is compared with.

import { ownValue } from '#core/base/lookup.ts';
import type { ArticleOption } from '#core/planning/suppliers/shortlist.ts';
import { NOT_CHOSEN, type Portfolio, type PortfolioProblem } from './portfolio-problem.ts';

/**
 * Returns the first articles in an order that keep the limits on number, cash, months and channels, each with its best
 * option that does. The chance of a loss is not looked at.
 * @param order places of candidates; undefined: by the value of their best option
 */
export function greedyPortfolio(
  { candidates, limits }: PortfolioProblem,
  order: readonly number[] = candidates.map((_, place) => place),
): Portfolio {
  const chosen = candidates.map(() => NOT_CHOSEN);
  const room = new Room(limits);
  const first = [...order].sort(
    (a, b) => Number(candidates[b]!.isWanted) - Number(candidates[a]!.isWanted),
  );
  for (const place of first) {
    const { options, isWanted } = candidates[place]!;
    const fits = options.findIndex((option) => (isWanted || option.value > 0) && room.has(option));
    if (fits < 0) continue;
    chosen[place] = fits;
    room.take(options[fits]!);
  }
  return chosen;
}

/** What the limits leave. */
class Room {
  readonly #limits: PortfolioProblem['limits'];
  #articles: number;
  #cash: number;
  readonly #ofDay = new Map<number, number>();
  readonly #ofChannel = new Map<string, number>();

  constructor(limits: PortfolioProblem['limits']) {
    this.#limits = limits;
    this.#articles = limits.mostArticles ?? Infinity;
    this.#cash = limits.cash ?? Infinity;
  }

  has({ launchDay, channel, outlay }: ArticleOption): boolean {
    const { mostPerFourWeeks, mostByChannel } = this.#limits;
    const ofChannel = channel === null ? Infinity : (ownValue(mostByChannel, channel) ?? Infinity);
    return (
      this.#articles >= 1 &&
      this.#cash >= (outlay ?? 0) &&
      (this.#ofDay.get(launchDay) ?? 0) < (mostPerFourWeeks ?? Infinity) &&
      (this.#ofChannel.get(channel ?? '') ?? 0) < ofChannel
    );
  }

  take({ launchDay, channel, outlay }: ArticleOption): void {
    this.#articles -= 1;
    this.#cash -= outlay ?? 0;
    this.#ofDay.set(launchDay, (this.#ofDay.get(launchDay) ?? 0) + 1);
    this.#ofChannel.set(channel ?? '', (this.#ofChannel.get(channel ?? '') ?? 0) + 1);
  }
}
