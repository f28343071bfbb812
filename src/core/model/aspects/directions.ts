// Phrases that say which way a product differs from what its buyer expected.

import { words } from '#core/base/text/words.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import type { Aspect, AspectDirection } from './aspect.ts';

export interface DirectionPhrases {
  readonly aspect: Aspect;
  readonly direction: AspectDirection;
  readonly phrases: readonly string[];
}

/** Words that may stand inside a phrase: "runs a little small". */
const FILLERS: ReadonlySet<string> = new Set([
  ...['a', 'an', 'bit', 'little', 'tad', 'very', 'so', 'really', 'slightly', 'way', 'quite'],
  ...['somewhat', 'much', 'far', 'pretty', 'just', 'super', 'extremely', 'touch', 'true'],
  ...['有', '点', '些', '一', '很', '太', '比', '较', '稍', '微', '略'],
  ...['确', '实', '还', '是', '真', '都', '也'],
]);

/** Before these Chinese signs an adverb may stand: "声音也太小", but "颜色也太差" is no 色差. */
const AFTER_ADVERBS: ReadonlySet<string> = new Set('大小长短松紧宽窄肥瘦慢快不');

/** Returns whether a unit may stand inside a phrase that goes on with `next`. */
export function isFiller(unit: string, next: string): boolean {
  return FILLERS.has(unit) && (AFTER_ADVERBS.has(next) || !hasChinese(next));
}

const SMALL = ['small', 'tight', 'short', 'snug', 'narrow', 'tiny'];
const LARGE = ['large', 'big', 'long', 'loose', 'wide', 'baggy', 'roomy'];
const SMALLER = ['smaller', 'tighter', 'shorter', 'narrower'];
const LARGER = ['larger', 'bigger', 'longer', 'looser', 'wider'];
const CUES = ['too', 'run', 'ran', 'bit', 'little', 'tad', 'slightly', 'way'];
const SIZED_CUES = ['run', 'ran', 'fit'];
const EXPECTED = ['expected', 'i expected', 'thought', 'i thought', 'pictured', 'usual', 'normal'];

const SMALL_ZH = ['小', '短', '紧', '窄', '瘦'];
const LARGE_ZH = ['大', '长', '松', '宽', '肥'];
const CUES_ZH = ['偏', '太', '有点', '有些'];

export const DIRECTIONS: readonly DirectionPhrases[] = [
  { aspect: 'size-and-fit', direction: 'smaller', phrases: sized(SMALL, SMALLER, SMALL_ZH) },
  { aspect: 'size-and-fit', direction: 'larger', phrases: sized(LARGE, LARGER, LARGE_ZH) },
  {
    aspect: 'size-and-fit',
    direction: 'smaller',
    phrases: words(
      'size up, sized up, sizing up, not big enough, not long enough, 穿不下, 穿不进, 勒, 买小了',
    ),
  },
  {
    aspect: 'size-and-fit',
    direction: 'larger',
    phrases: words(
      'size down, sized down, sizing down, swim in, is huge, was huge, are huge, were huge',
      'too huge, huge on me, huge all over, like a tent, 买大了',
    ),
  },
  {
    aspect: 'size-and-fit',
    direction: 'as-expected',
    phrases: words(
      'true to size, tts, fit perfectly, fit perfect, fit great, fit well, perfect fit, great fit',
      'fit like a glove, fit as expected, size is perfect, 很合身, 合身, 大小合适, 尺码合适',
      '尺码准, 大小正好, 大小刚刚好, 大小刚好, 尺码正好',
    ),
  },
  {
    aspect: 'looks',
    direction: 'differs',
    phrases: words(
      'not as pictured, not as shown, not like the picture, not like the photo, not as described',
      'different from the picture, different than pictured, different than the picture',
      'different colour than, different color than, wrong color, different from what is pictured',
      'color is off, colour is off, color was off, not the same color, wrong colour',
      'nothing like the picture, nothing like the photo, not the color pictured',
      'not the colour pictured, not true to color, 色差, 与图片不符, 和图片不符, 和图片不一样',
      '跟图片不一样, 与图片不一样, 颜色不一样, 颜色不对, 颜色发错, 与描述不符, 和描述不符',
      '图片不符, 实物不符',
    ),
  },
  {
    aspect: 'delivery',
    direction: 'late',
    phrases: words(
      'arrived late, came late, late delivery, took too long, took forever, never arrived',
      'still waiting, slow shipping, slow delivery, shipping was slow, took weeks, took a week',
      'took over a week, took 3 weeks, days late, weeks late, 物流慢, 快递慢, 发货慢, 送货慢',
      '迟迟不发货, 还没收到, 还没到货, 货还没到, 一直没收到',
    ),
  },
];

function sized(
  words: readonly string[],
  compared: readonly string[],
  chinese: readonly string[],
): readonly string[] {
  return [
    ...CUES.flatMap((cue) => words.map((word) => `${cue} ${word}`)),
    ...SIZED_CUES.flatMap((cue) => compared.map((word) => `${cue} ${word}`)),
    ...compared.flatMap((word) => EXPECTED.map((than) => `${word} than ${than}`)),
    ...CUES_ZH.flatMap((cue) => chinese.map((word) => `${cue}${word}`)),
    ...chinese.flatMap((word) => [`${word}了点`, `${word}了些`, `${word}了一`, `${word}一码`]),
  ];
}
