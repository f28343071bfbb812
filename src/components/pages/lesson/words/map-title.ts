import type { MapPlace } from '#core/lesson/words/title-map.ts';
import { TITLE_CATEGORIES, type TitleCategory } from '#core/lesson/words/title-list.ts';
import { m } from '#messages';

/** A title on the map. */
export interface MapTitle extends MapPlace {
  readonly title: string;
  /** Colour of its category; typed by the student. */
  readonly tone: `category-${number}` | 'typed';
  /** Whether its name stands on the map, where there is room. */
  readonly isNamed: boolean;
}

export function toneOf(category: TitleCategory): `category-${number}` {
  return `category-${TITLE_CATEGORIES.indexOf(category) + 1}`;
}

export function categoryName(category: TitleCategory): string {
  const names: Readonly<Record<TitleCategory, () => string>> = {
    seats: m.lessontruth_category_seats,
    coats: m.lessontruth_category_coats,
    cups: m.lessontruth_category_cups,
    sound: m.lessontruth_category_sound,
    shoes: m.lessontruth_category_shoes,
  };
  return names[category]();
}
