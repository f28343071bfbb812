import type { BroughtValue } from '#core/season/offers/season-offers.ts';
import { m } from '#messages';
import type { Format } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';

/** Says what part of a season's total is brought to other products, or taken from them; '' where it rounds to nothing. */
export function broughtWords(brought: number, format: Format): string {
  const size = format(Math.abs(brought));
  if (size === format(0)) return '';
  return brought > 0 ? m.season_brought({ size }) : m.season_brought_less({ size });
}

/** Says what one launch brings other products, or takes from them; '' where nothing is known of it. */
export function launchBroughtWords(brought: BroughtValue | undefined, format: Format): string {
  if (!brought) return '';
  const { expected, low80, high80 } = brought;
  const isMore = expected >= 0;
  const [low, high] = isMore ? [low80, high80] : [-high80, -low80];
  const said = { size: format(Math.abs(expected)), range: formatRange(low, high, format) };
  return isMore ? m.season_launch_brings(said) : m.season_launch_takes(said);
}
