// Splits what buyers write into sentences: English, Chinese, both in one text, with or without punctuation.

import { hasChinese } from './chinese.ts';

/** Most width of a sentence before it is split at its clauses: 200 Latin letters or 40 Chinese signs. */
const MOST_WIDTH = 200;
const HAN_WIDTH = 5;

const HAS_WORD = /[\p{L}\p{N}]/u;
const LINE_ENDS = /[\r\n\u2028\u2029]+/u;
/** Runs that may end a sentence, with the quotes, brackets and emoji that follow them. */
const MARKS =
  /[.!?。！？｡…；;~～]+["'”’」』）)\]】]*(?:\s*[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D])*/gu;
/** No decision needs more of the sentence before a mark, so that texts of any length take linear time. */
const LOOKED_BACK = 100;
/** An ellipsis alone only separates clauses: "nice… but short". */
const ELLIPSIS = /^(?:…+|\.{2,}|。{2,})$/u;
/** Where a long sentence may be split: after a comma, a dash, an ellipsis, a Chinese space, or before "but". */
const CLAUSE_ENDS =
  /(?<=[,，、:：…]|\.\.)(?![\d.…])|(?<=\s)(?=(?:but|however|although|though)\s)|(?<=\s[-–—]+\s)|(?<=\p{Script=Han}\s)|(?<=\s)(?=\p{Script=Han})|(?<=\p{Script=Han})(?=但是?|不过|只是|可是)/iu;

/** Words that a full stop shortens. "No." is left out: reviews say it as an answer. */
const SHORTENED: ReadonlySet<string> = new Set([
  ...['e.g', 'i.e', 'eg', 'ie', 'vs', 'approx', 'esp', 'etc', 'incl', 'mr', 'mrs', 'ms', 'dr'],
  ...['st', 'ft', 'fig', 'nr', 'vol', 'max', 'min', 'dept', 'u.s', 'u.k', 'a.m', 'p.m', 'sz'],
]);
/** What follows a full stop in an address or the name of a file. */
const ADDRESS_END = /^(?:com|net|org|cn|co|uk|de|fr|html?|jpe?g|png|pdf|exe|io|eu)\b/iu;

/**
 * Returns the sentences of a text, trimmed, in order. Together they are the text without the space between them.
 *
 * A line break ends a sentence; a full stop does not within a number ("1.5"), after an abbreviation ("e.g.") or the
 * number of a list ("1. Soft"). Signs without a word ("!!", an emoji) stay with the sentence before. What is longer than
 * 200 Latin letters or 40 Chinese signs is split at clauses, and where it has none at spaces or anywhere.
 */
export function splitSentences(text: string): string[] {
  const pieces = text.split(LINE_ENDS).flatMap(sentencesOfLine);
  return withoutBareSigns(pieces).flatMap((piece) =>
    width(piece) > MOST_WIDTH ? splitLong(piece) : [piece],
  );
}

function sentencesOfLine(line: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of line.matchAll(MARKS)) {
    const end = index + mark.length;
    if (!endsSentence(line, from, index, mark)) continue;
    found.push(line.slice(from, end).trim());
    from = end;
  }
  found.push(line.slice(from).trim());
  return found.filter((piece) => piece !== '');
}

function endsSentence(line: string, from: number, index: number, mark: string): boolean {
  const next = line.slice(index + mark.length, index + mark.length + 12);
  if (ELLIPSIS.test(mark)) return false;
  if (/^[~～]/u.test(mark)) return hasChinese(line.slice(Math.max(0, index - 1), index));
  if (mark.startsWith('.') && !/[!?！？。]/u.test(mark)) {
    return endsAtFullStop(line.slice(Math.max(from, index - LOOKED_BACK), index), mark, next);
  }
  return true;
}

/** Decides for full stops. `before` starts where the sentence does, if that is near. */
function endsAtFullStop(before: string, mark: string, next: string): boolean {
  const word = /[^\s,，。;；!！?？"“(（]*$/u.exec(before.slice(-24))![0].toLowerCase();
  if (word === '' || hasChinese(word.slice(-1))) return HAS_WORD.test(before);
  if (/^\d+$/.test(word) && before.trim() === word) return false;
  if (next === '' || /^\s/u.test(next)) return !isShortened(word, next);
  if (mark.length > 1) return true;
  // "great.loved it": the space was forgotten.
  return /^(?!www$)[a-z]{3,}$/.test(word) && /^[a-z]{2,}/i.test(next) && !ADDRESS_END.test(next);
}

/** "etc. The rest" ends a sentence, "etc. the rest" does not. */
function isShortened(word: string, next: string): boolean {
  if (next.trim() === '' || /^\s+\p{Lu}/u.test(next))
    return /^(?:mrs?|ms|dr|st|e\.g|i\.e)$/.test(word);
  return SHORTENED.has(word) || /^[a-hj-z]$/.test(word);
}

function withoutBareSigns(pieces: readonly string[]): string[] {
  const kept: string[] = [];
  let leading = '';
  for (const piece of pieces) {
    if (HAS_WORD.test(piece)) {
      kept.push(leading + piece);
      leading = '';
    } else if (kept.length > 0) kept.push(`${kept.pop()!} ${piece}`);
    else leading += `${piece} `;
  }
  if (leading !== '') kept.push(leading.trim());
  return kept;
}

/** Gathers clauses into the fewest parts that fit, about equally wide. */
function splitLong(sentence: string): string[] {
  const whole = width(sentence);
  const aim = whole / Math.ceil(whole / MOST_WIDTH);
  const found: string[] = [];
  let gathered = '';
  let used = 0;
  for (const clause of sentence.split(CLAUSE_ENDS).flatMap(cut)) {
    const added = width(clause);
    if (gathered !== '' && (used + added / 2 > aim || used + added > MOST_WIDTH)) {
      found.push(gathered);
      gathered = '';
      used = 0;
    }
    gathered += clause;
    used += added;
  }
  return withoutBareSigns([...found, gathered].map((each) => each.trim()).filter(Boolean));
}

/** Cuts a clause that is too long at its last space that fits, or where the width ends. */
function cut(clause: string): string[] {
  if (width(clause) <= MOST_WIDTH) return [clause];
  const parts: string[] = [];
  let from = 0;
  let space = 0;
  let used = 0;
  let at = 0;
  for (const sign of clause) {
    used += widthOf(sign);
    if (used > MOST_WIDTH && at > from) {
      const end = space > from ? space : at;
      parts.push(clause.slice(from, end));
      from = end;
      used = width(clause.slice(from, at)) + widthOf(sign);
    }
    at += sign.length;
    if (sign === ' ') space = at;
  }
  parts.push(clause.slice(from));
  return parts;
}

function width(text: string): number {
  let sum = 0;
  for (const sign of text) sum += widthOf(sign);
  return sum;
}

function widthOf(sign: string): number {
  return sign.codePointAt(0)! >= 0x2e80 && hasChinese(sign) ? HAN_WIDTH : 1;
}
