import { charactersOf } from './characters.ts';

const WIDE = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF\u{1F300}-\u{3FFFF}]/u;
const WIDE_PIXELS = 12;
const NARROW_PIXELS = 6.6;
/** Of labels where texts are large, as app.css has them; on phones they are smaller. */
const LARGE = 14.5 / 12;

/** About how many pixels a label takes, of 12 px or as large as texts are, for those who place it before it is drawn. */
export function labelWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? WIDE_PIXELS : NARROW_PIXELS;
  return width * labelScale();
}

/** How many times its usual size a label has. */
export function labelScale(): number {
  const isLarge =
    // oxlint-disable-next-line typescript/prefer-optional-chain -- there is no such name while pages are drawn by the build
    typeof document !== 'undefined' && document.documentElement.dataset.textSize === 'large';
  return isLarge ? LARGE : 1;
}

/** A label that takes no more than so many pixels: the end of a longer one is cut off. */
export function shortened(text: string, most: number): string {
  if (labelWidth(text) <= most) return text;
  const kept = charactersOf(text);
  while (kept.length > 1 && labelWidth(`${kept.join('')}…`) > most) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** Every how many labels one has room, where they stand so many pixels apart. */
export function labelEvery(texts: readonly string[], step: number): number {
  const widest = Math.max(0, ...texts.map(labelWidth)) + NARROW_PIXELS;
  return Math.max(1, Math.ceil(widest / Math.max(step, 1e-9)));
}

/** Moves labels apart, as little as can be and in their order, until no two are nearer than the gap. */
export function spreadLabels(places: readonly number[], gap: number): number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b);
  // Without the gaps the places must only not descend: neighbours that do meet in their mean.
  const groups: { total: number; count: number }[] = [];
  const meanOf = (group: { total: number; count: number }) => group.total / group.count;
  order.forEach((index, i) => {
    let group = { total: places[index]! - i * gap, count: 1 };
    for (
      let before = groups.at(-1);
      before && meanOf(before) > meanOf(group);
      before = groups.at(-1)
    ) {
      groups.pop();
      group = { total: before.total + group.total, count: before.count + group.count };
    }
    groups.push(group);
  });
  const means = groups.flatMap((group) => Array.from({ length: group.count }, () => meanOf(group)));
  const spread = [...places];
  order.forEach((index, i) => (spread[index] = means[i]! + i * gap));
  return spread;
}
