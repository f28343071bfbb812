// Whether the words before a phrase deny it, or only suppose it.

import { words } from '#core/base/text/words.ts';
import { BREAK, textUnits } from './text-units.ts';

const NEGATORS: ReadonlySet<string> = new Set(
  words(
    'no, not, never, without, cannot, nor, neither, hardly, barely, zero, non, 没, 無, 无, 不, 未',
    '木',
  ),
);
const CONTRACTED = /n['’]t$/;
/** Units from a negator to the phrase: "not have any strong smell", "没有什么大异味". */
const REACH = 5;

/** What makes of a negator something else, by what follows it: "not only", "不但", "没想到". */
const NO_NEGATION: Readonly<Record<string, ReadonlySet<string>>> = {
  not: new Set(['only', 'just', 'sure', 'to']),
  no: new Set(['doubt', 'matter', 'wonder']),
  不: new Set('仅但过错管论只光愧止知断少禁同'),
  没: new Set('想几多两到过'),
  无: new Set('论语奈'),
  木: new Set(['头', '质', '板', '制']),
};

/** Returns whether a phrase that starts at this unit is denied within its clause. "Smell-free" is, too. */
export function isDenied(units: readonly string[], start: number, end: number): boolean {
  if (units[end] === 'free') return true;
  let negators = 0;
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    const unit = units[at]!;
    if (unit === BREAK) break;
    const isQuestion = units[at - 1] === units[at + 1]; // 是不是
    if (!isQuestion && isNegator(unit, units[at + 1]!)) negators += 1;
  }
  return negators % 2 === 1;
}

function isNegator(unit: string, next: string): boolean {
  if (CONTRACTED.test(unit)) return true;
  return NEGATORS.has(unit) && !(NO_NEGATION[unit]?.has(next) ?? false);
}

/** "I was worried that it might be too small", "担心太小". */
const SUPPOSING: ReadonlySet<string> = new Set(
  words(
    'worried, worry, afraid, fear, concerned, nervous, disagree, would, might, if, unless, 担, 怕',
  ).map((word) => textUnits(word)[0]!),
);
const SUPPOSING_REACH = 7;

/** Returns whether what a phrase at this unit says is feared or imagined rather than found. */
export function isSupposed(units: readonly string[], start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - SUPPOSING_REACH); at--) {
    if (units[at] === BREAK) return false;
    if (SUPPOSING.has(units[at]!)) return true;
  }
  return false;
}
