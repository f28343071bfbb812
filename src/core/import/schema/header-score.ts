import type { MatchReason } from './field-match.ts';
import { FIELD_NAMES, type FieldName } from '#core/launch/fields.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { runsTogether } from '#core/base/text/split-words.ts';
import {
  FOREIGN_PARTS,
  FOREIGN_WORDS,
  HEADER_WORDS,
  NOISE_WORDS,
  NOTE_OWNER_WORDS,
  NOTE_PARTS,
  NOTE_WORDS,
  STAND_IN_WORDS,
  WHOLE_HEADERS,
} from './header-vocabulary.ts';

type NameReason = Extract<MatchReason, 'same-name' | 'name-without-units' | 'part-of-name'>;

export interface HeaderFit {
  /** At most 100. */
  readonly score: number;
  readonly reason: NameReason;
}

const POINTS: Readonly<Record<NameReason, number>> = {
  'same-name': 100,
  'name-without-units': 80,
  'part-of-name': 60,
};
/** Shorter single words, such as "date" and "price", occur in too many headers. */
const TELLING_LENGTH = 6;

/** Scores how well the words of a header fit a field. Returns null if they do not. */
export function headerFit(field: FieldName, header: string): HeaderFit | null {
  const name = foldedHeader(header);
  const core = withoutNoise(name);
  let best: HeaderFit | null = null;
  for (const words of PLAIN_WORDS.get(field) ?? []) {
    for (const [rank, word] of words.entries()) {
      const reason = match(word, name, core);
      const score = reason === null ? 0 : POINTS[reason] - rank / 10;
      if (reason !== null && score > (best?.score ?? 0)) best = { score, reason };
    }
  }
  return best;
}

/** Returns whether a header names a sign of demand, such as reviews, that can stand in for units. */
export function isStandInHeader(header: string): boolean {
  const name = foldedHeader(header);
  return STAND_IN_WORDS.some((word) => word === name || word === withoutNoise(name));
}

/** Returns whether the header names a column of free notes. */
export function isNoteHeader(header: string): boolean {
  const name = foldedHeader(header);
  if (NOTE_PARTS.some((part) => name.includes(part))) return true;
  const words = name.split(' ').filter((word) => !NOTE_OWNER_WORDS.has(word));
  return words.length > 0 && words.every((word) => NOTE_WORDS.has(word));
}

/** Normalised words by field, then by language. */
const PLAIN_WORDS: ReadonlyMap<FieldName, readonly (readonly string[])[]> = new Map(
  FIELD_NAMES.map((field) => [field, HEADER_WORDS.map((words) => words[field].map(foldedHeader))]),
);

function withoutNoise(name: string): string {
  return name
    .split(' ')
    .filter((word) => !NOISE_WORDS.has(word))
    .join(' ');
}

function match(word: string, name: string, core: string): NameReason | null {
  if (word === name) return 'same-name';
  if (word === core) return 'name-without-units';
  return isTelling(word) && holds(name, word) ? 'part-of-name' : null;
}

function isTelling(word: string): boolean {
  if (WHOLE_HEADERS.has(word)) return false;
  return runsTogether(word) || word.includes(' ') || word.length >= TELLING_LENGTH;
}

function holds(name: string, word: string): boolean {
  if (runsTogether(word)) {
    return name.includes(word) && !FOREIGN_PARTS.some((part) => adds(name, part, word));
  }
  const isForeign = name.split(' ').some((part) => FOREIGN_WORDS.has(part) && !word.includes(part));
  return !isForeign && ` ${name} `.includes(` ${word} `);
}

function adds(name: string, part: string, word: string): boolean {
  return name.includes(part) && !word.includes(part);
}
