import { charactersOf } from './characters.ts';

const WIDE = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF\u{1F300}-\u{3FFFF}]/u;
const WIDE_PIXELS = 12;
const NARROW_PIXELS = 6.6;
/** Scale of labels with large text, as in app.css; on phones they are smaller. */
const LARGE = 14.5 / 12;

/** Estimates the width of a label in pixels before it is drawn, at 12 px or the large text size. */
export function labelWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? WIDE_PIXELS : NARROW_PIXELS;
  return width * labelScale();
}

/** Returns the scale of labels relative to their usual size. */
export function labelScale(): number {
  const isLarge =
    // oxlint-disable-next-line typescript/prefer-optional-chain -- there is no such name while pages are drawn by the build
    typeof document !== 'undefined' && document.documentElement.dataset.textSize === 'large';
  return isLarge ? LARGE : 1;
}

/** Shortens a label with "…" to at most `most` pixels. */
export function shortened(text: string, most: number): string {
  if (labelWidth(text) <= most) return text;
  const kept = charactersOf(text);
  while (kept.length > 1 && labelWidth(`${kept.join('')}…`) > most) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** Returns n such that every n-th label fits where labels are `step` pixels apart. */
export function labelEvery(texts: readonly string[], step: number): number {
  const widest = Math.max(0, ...texts.map(labelWidth)) + NARROW_PIXELS;
  return Math.max(1, Math.ceil(widest / Math.max(step, 1e-9)));
}

/** Moves labels apart until no two are nearer than the gap, by as little as possible and in their order. */
export function spreadLabels(places: readonly number[], gap: number): number[] {
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b);
  // With the gaps subtracted, positions must not decrease: neighbours that do are pooled at their mean.
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
