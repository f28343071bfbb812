// A review's text as clauses of words: lower-cased words, runs of Chinese characters, emoji and emoticons.

import { hasChinese } from '#core/base/text/chinese.ts';

/** Words of one clause, in order. A run of Chinese characters is one item. */
export type Clause = readonly string[];

/** The rest of a longer text is left out: by then its writer has said what matters. */
const MOST_CHARACTERS = 8000;

/** In order: emoticons, emoji, words (with Chinese runs), and marks that end a clause. */
const PIECES =
  /:-?[()/]|;-?\)|<3|\p{Extended_Pictographic}|[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{M}]+)*|[.,;:!?()\n…，。！？；：、（）～~"]/gu;
const ENDS_CLAUSE = /^[.,;:!?()\n…，。！？；：、（）～~"]$/u;
const EXCLAIMS = /^[!?！？]$/u;
const HAN_RUN = /\p{Script=Han}+/gu;
/** "soooo" becomes "soo". */
const DRAWN_OUT = /(\p{Script=Latin})\1{2,}/gu;

/** Returns the clauses of a text that have words. Exclamation and question marks are words that end their clause. */
export function clausesOf(text: string): Clause[] {
  const folded = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(DRAWN_OUT, '$1$1');
  const clauses: string[][] = [];
  let clause: string[] = [];
  const end = () => {
    if (clause.length > 0) clauses.push(clause);
    clause = [];
  };
  for (const piece of folded.match(PIECES) ?? []) {
    if (!ENDS_CLAUSE.test(piece)) {
      addPiece(clause, piece);
      continue;
    }
    if (EXCLAIMS.test(piece)) clause.push(piece);
    end();
  }
  end();
  return clauses;
}

/** Returns whether a word of a clause is a run of Chinese characters. */
export function isHanRun(word: string): boolean {
  return hasChinese(word);
}

/** Adds a piece as one word, or as its Chinese runs and what stands between them. */
function addPiece(clause: string[], piece: string): void {
  if (!hasChinese(piece)) {
    clause.push(piece);
    return;
  }
  let at = 0;
  for (const { 0: run, index } of piece.matchAll(HAN_RUN)) {
    if (index > at) clause.push(piece.slice(at, index));
    clause.push(run);
    at = index + run.length;
  }
  if (at < piece.length) clause.push(piece.slice(at));
}
