// Words that stand for a rating, with their level.

import { words } from '#core/base/text/words.ts';

/** From the worst to the best: -2, -1, 0, 1, 2. English, German, French, Spanish, Chinese. */
const LEVELS: readonly (readonly [level: number, words: readonly string[]])[] = [
  [
    -2,
    words(
      'very bad, very poor, terrible, awful, horrible, worst, very dissatisfied, sehr schlecht',
      'mangelhaft, ungenügend, sehr unzufrieden, très mauvais, très mal, très déçu, muy malo',
      'muy mala, pésimo, pésima, 非常差, 很差, 极差, 非常不满意, 很不满意, 非常不好',
    ),
  ],
  [
    -1,
    [
      ...['bad', 'poor', 'negative', 'dissatisfied', 'not recommended', 'unhappy', 'no', 'false'],
      ...['thumbs down', 'schlecht', 'negativ', 'unzufrieden', 'ausreichend', 'nein', 'mauvais'],
      ...['mal', 'négatif', 'insatisfait', 'non', 'malo', 'mala', 'negativo', 'negativa'],
      ...['insatisfecho', '差', '差评', '不好', '不满意', '不推荐', '负面', '否', '👎', 'neg'],
    ],
  ],
  [
    0,
    words(
      'average, neutral, ok, okay, fair, mixed, medium, mittel, befriedigend, durchschnittlich',
      'moyen, neutre, correct, regular, medio, normal, 一般, 中评, 中, 中性, 普通, 还行',
    ),
  ],
  [
    1,
    words(
      'good, positive, satisfied, recommended, happy, yes, true, thumbs up, gut, positiv',
      'zufrieden, ja, bon, bien, positif, satisfait, oui, bueno, buena, positivo, positiva',
      'satisfecho, sí, 好, 好评, 满意, 推荐, 正面, 是, 不错, 👍, pos',
    ),
  ],
  [
    2,
    [
      ...['very good', 'excellent', 'great', 'outstanding', 'perfect', 'amazing', 'very satisfied'],
      ...['sehr gut', 'ausgezeichnet', 'hervorragend', 'perfekt', 'sehr zufrieden', 'très bien'],
      ...['très bon', 'parfait', 'très satisfait', 'muy bueno', 'muy buena', 'muy bien'],
      ...['excelente', 'perfecto', '非常好', '很好', '极好', '非常满意', '很满意', '优秀', '超赞'],
    ],
  ],
];

const LEVEL_OF: ReadonlyMap<string, number> = new Map(
  LEVELS.flatMap(([level, words]) => words.map((word) => [folded(word), level] as const)),
);

/** Returns the level of a text that is nothing but a word for a rating, from -2 to 2; null for any other text. */
export function opinionLevel(text: string): number | null {
  return text.length > 40 ? null : (LEVEL_OF.get(folded(text)) ?? null);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\s-]+/gu, ' ')
    .replace(/[\s.!！。]+$/u, '')
    .trim();
}
