import type { LessonRecord } from '../lesson.ts';
import { decodeResult, type CodeRefusal } from './result-code.ts';

/** A code that is not read, as it was given. */
export interface RefusedCode {
  readonly text: string;
  readonly refusal: CodeRefusal;
}

export interface ReadResults {
  readonly records: readonly LessonRecord[];
  readonly refused: readonly RefusedCode[];
}

/** Reads every code of a text: one or many, with anything but letters, digits and hyphens between, or as addresses. */
export function readResults(text: string): ReadResults {
  const records: LessonRecord[] = [];
  const refused: RefusedCode[] = [];
  for (const part of text.split(/\s+/).map(fragmentOf).flatMap(wordsOf)) {
    const decoded = decodeResult(part);
    if ('record' in decoded) records.push(decoded.record);
    else refused.push({ text: part, refusal: decoded.refusal });
  }
  return { records, refused };
}

/** Returns a list with records added; a later one takes the place of an earlier one of the same device. */
export function withResults(
  before: readonly LessonRecord[],
  added: readonly LessonRecord[],
): readonly LessonRecord[] {
  return [...new Map([...before, ...added].map((record) => [record.id, record])).values()];
}

/** Of an address, the code is what follows its number sign. */
function fragmentOf(part: string): string {
  return part.includes('://') ? part.slice(part.indexOf('#') + 1 || part.length) : part;
}

function wordsOf(part: string): string[] {
  return part.match(/[\p{L}\p{N}-]*[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
}
