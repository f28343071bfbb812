import { LESSON_STEPS, type LessonMark } from '#core/lesson/lesson.ts';
import type { RefusedCode } from '#core/lesson/results/read-results.ts';
import { CODE_LENGTH } from '#core/lesson/results/result-code.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

/** Characters shown of what is not a code. */
const MOST_SHOWN = 26;

export function markWords(mark: LessonMark): string {
  switch (mark) {
    case 'line':
      return m.room_mark_line();
    case 'net':
      return m.room_mark_net();
    case 'decision':
      return m.room_mark_decision();
  }
}

/** Says why a code was not read, and what to do. */
export function refusalWords({ text, refusal }: RefusedCode): string {
  const code = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  switch (refusal) {
    case 'character':
      return m.room_refused_character({ code });
    case 'length': {
      const length = formatCount(text.replaceAll('-', '').length);
      return m.room_refused_length({ code, length, whole: formatCount(CODE_LENGTH) });
    }
    case 'checksum':
      return m.room_refused_checksum({ code });
    case 'version':
      return m.room_refused_version({ code });
  }
}

/** Of right answers; where not all questions were answered, says so. */
export function rightWords(count: number | null): string {
  return count === null ? m.room_not_finished() : formatCount(count);
}

export const ALL_QUESTIONS = LESSON_STEPS.length;
