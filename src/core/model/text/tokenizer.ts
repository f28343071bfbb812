// Splits text into pieces for the encoder: the SentencePiece unigram model, as
// @tensorflow-models/universal-sentence-encoder applies it.

import { damaged } from './language-files.ts';

/** Token of characters outside the vocabulary; a run of them becomes one token. */
export const UNKNOWN = 0;
/** Number of reserved entries at the start: unknown, the ends of a sentence, three spare ones. */
const RESERVED = 6;
/** SentencePiece's character for a space. */
const SPACE = '\u2581';

/** A piece of text and the logarithm of its probability. */
type ScoredPiece = readonly [text: string, score: number];

interface Node {
  readonly next: Map<string, Node>;
  /** The piece that ends here, or UNKNOWN. */
  piece: number;
}

export interface Tokenizer {
  readonly pieces: readonly ScoredPiece[];
  readonly root: Node;
}

/** Returns the letters that a token stands for, with a space where a word begins. */
export function pieceText({ pieces }: Tokenizer, token: number): string {
  return pieces[token]![0].replace(SPACE, ' ');
}

/** Reads the vocabulary. Throws AppError language-damaged where it is not a list of scored pieces. */
export function readVocabulary(text: string): readonly ScoredPiece[] {
  let pieces: unknown;
  try {
    pieces = JSON.parse(text);
  } catch {
    pieces = null;
  }
  if (!Array.isArray(pieces) || !pieces.every(isScoredPiece))
    throw damaged('the vocabulary', 'scored pieces', text.slice(0, 40));
  return pieces;
}

function isScoredPiece(entry: unknown): entry is ScoredPiece {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number';
}

/** Builds a tokenizer. Of identical pieces the last counts. */
export function createTokenizer(pieces: readonly ScoredPiece[]): Tokenizer {
  const root: Node = { next: new Map(), piece: UNKNOWN };
  for (let piece = RESERVED; piece < pieces.length; piece++) {
    let node = root;
    for (const symbol of pieces[piece]![0]) {
      let next = node.next.get(symbol);
      if (next === undefined) node.next.set(symbol, (next = { next: new Map(), piece: UNKNOWN }));
      node = next;
    }
    node.piece = piece;
  }
  return { pieces, root };
}

/**
 * Returns the indexes of the pieces with the greatest total score, by Viterbi's algorithm (unigram model: Kudo 2018).
 * An end score of 0 also means "no piece ends here". A character counts as unknown where no piece that begins with it
 * matches. Both are as in the original, whose weights were trained with its pieces.
 */
export function tokenize({ pieces, root }: Tokenizer, text: string): number[] {
  const symbols = Array.from(spaced(text));
  const best = new Float64Array(symbols.length + 1);
  const ending = new Int32Array(symbols.length + 1);
  const offer = (piece: number, start: number, end: number) => {
    const score = (piece === UNKNOWN ? 0 : pieces[piece]![1]) + best[start]!;
    if (best[end] !== 0 && score < best[end]!) return;
    best[end] = score;
    ending[end] = piece;
  };
  for (let start = 0; start < symbols.length; start++) {
    let found = false;
    let node = root.next.get(symbols[start]!);
    for (let end = start + 1; node !== undefined; end++) {
      if (node.piece !== UNKNOWN) offer(node.piece, start, end);
      found ||= node.piece !== UNKNOWN;
      node = end < symbols.length ? node.next.get(symbols[end]!) : undefined;
    }
    if (!found) offer(UNKNOWN, start, start + 1);
  }
  return piecesBackwards(ending, pieces);
}

/** Returns the text in the spelling of the pieces: NFKC, a leading space, and spaces replaced. */
export function spaced(text: string): string {
  const normal = text.normalize('NFKC');
  return normal === '' ? '' : SPACE + normal.replaceAll(' ', SPACE);
}

function piecesBackwards(ending: Int32Array, pieces: Tokenizer['pieces']): number[] {
  const found: number[] = [];
  let end = ending.length - 1;
  while (end > 0) {
    const piece = ending[end]!;
    if (piece !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(piece);
    end -= piece === UNKNOWN ? 1 : pieces[piece]![0].length; // no piece has a character of two code units
  }
  return found.reverse();
}
