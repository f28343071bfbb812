// Words and short phrases of a shop's own texts that could belong to an aspect.

import { words } from '#core/base/text/words.ts';
import { hasChinese } from '#core/base/text/chinese.ts';
import { BREAK, stemmed } from './text-units.ts';

/** Longest Chinese word, in signs. */
const MOST_SIGNS = 4;
/** How many times more often than by chance the parts of a word or phrase stand together, as a logarithm. */
const LEAST_COHESION = 3;
/** English words that say nothing alone; a phrase neither begins nor ends with one. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if so it its this that these those i me my you your we our they them their he she his her is ' +
    "are was were be been am do did does doe don't didn't doesn't have has had having hav will would can could should " +
    'may might not no of in on at to for from by with as than then when wher which who what all any some also just ' +
    "very really quit too even still there ther here her about into out up down over after befor becaus i'm i'v it's " +
    "that's i'll i'd one get got go went see saw make made who whose one other thing think thought know lik love"
  )
    .split(' ')
    .map(stemmed),
);
/** Chinese words never begin or end with these signs. */
const LOOSE_SIGNS: ReadonlySet<string> = new Set(
  '的了是我你他她它们这那有就都也很不在和与还又要会被把让给说着过吧吗呢啊哦呀哈个一没太非最',
);

/** Takes a word and the units from `at` up to, not including, `end` that make it. */
type VisitWord = (word: string, at: number, end: number) => void;

/** Chinese words that name nothing: particles, adverbs, connectives, and what every review says. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    '感觉 觉得 比较 下次 上次 这次 而且 虽然 但是 所以 因为 如果 应该 可能 其实 确实 相当 总体 总的 整体 以后 以前 已经 东西 宝贝 产品 商品 什么 怎么 ' +
    '这个 那个 这样 那样 自己 里面 起来 时候 发现 作为 真心 刚刚 值得 知道 现在 还是 就是 不是 可以 不错 非常 特别 真的 喜欢 满意 美中 越来越 ' +
    '好好好 好好好好 一点 有点 一样 一般 没有 我们 他们 大家 今天 购买 购物 买的 五星 好评 差评 京东 淘宝 天猫 携程 希望 推荐 完全 根本 居然 竟然'
  ).split(' '),
);

/** Calls back with each candidate of a sentence, perhaps more than once. Units that `isTaken` are passed over. */
export function eachCandidate(
  units: readonly string[],
  isTaken: (at: number) => boolean,
  visit: VisitWord,
): void {
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit === BREAK || isTaken(at)) continue;
    if (hasChinese(unit)) eachChineseWord(units, at, isTaken, visit);
    else eachLetteredWord(units, at, isTaken, visit);
  }
}

function eachLetteredWord(
  units: readonly string[],
  at: number,
  isTaken: (at: number) => boolean,
  visit: VisitWord,
): void {
  const unit = units[at]!;
  if (!isTelling(unit)) return;
  visit(unit, at, at + 1);
  const next = units[at + 1];
  if (next !== undefined && isTelling(next) && !isTaken(at + 1)) {
    visit(`${unit} ${next}`, at, at + 2);
  }
}

function isTelling(unit: string): boolean {
  return unit.length > 1 && !STOP_WORDS.has(unit) && !hasChinese(unit);
}

function eachChineseWord(
  units: readonly string[],
  from: number,
  isTaken: (at: number) => boolean,
  visit: VisitWord,
): void {
  if (LOOSE_SIGNS.has(units[from]!)) return;
  let word = units[from]!;
  for (let at = from + 1; at < Math.min(units.length, from + MOST_SIGNS); at++) {
    const unit = units[at]!;
    if (!hasChinese(unit) || isTaken(at)) return;
    word += unit;
    if (!LOOSE_SIGNS.has(unit) && !EMPTY_WORDS.has(word)) visit(word, from, at + 1);
  }
}

/** Returns whether a word's parts stand together more often than by chance (pointwise mutual information). */
export function isCohesive(
  word: string,
  countOf: (part: string) => number,
  unitCount: number,
): boolean {
  const parts = hasChinese(word) ? Array.from(word) : word.split(' ');
  const joint = hasChinese(word) ? '' : ' ';
  for (let cut = 1; cut < parts.length; cut++) {
    const left = countOf(parts.slice(0, cut).join(joint));
    const right = countOf(parts.slice(cut).join(joint));
    if (Math.log((countOf(word) * unitCount) / (left * right)) < LEAST_COHESION) return false;
  }
  return true;
}

const BEFORE_TOPICS: ReadonlySet<string> = new Set(
  words('the, my, our, this, their, his, her, no, and'),
);
const AFTER_TOPICS: ReadonlySet<string> = new Set(words('is, was, are, were, seem, could, felt'));
const AFTER_CHINESE_TOPICS: ReadonlySet<string> = new Set('很不也太非比有还挺真好差一较特十');

/** Returns whether a text judges the word at these units: "the breakfast was", "早餐很". */
export function isJudgedAt(units: readonly string[], at: number, end: number): boolean {
  const next = units[end] ?? '';
  if (hasChinese(units[at]!)) return AFTER_CHINESE_TOPICS.has(next);
  return AFTER_TOPICS.has(next) && BEFORE_TOPICS.has(units[at - 1] ?? '');
}
