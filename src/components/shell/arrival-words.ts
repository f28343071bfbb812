import { MOST_SHARED_BYTES, MOST_SHARED_FILES } from '#core/app/shared-files.ts';
import { m } from '#messages';
import { formatCount, formatFileSize } from '../words/numbers.ts';
import { listed } from '../words/lists.ts';

type Note =
  | {
      readonly kind: 'unknown' | 'left-aside' | 'busy' | 'no-launches';
      readonly names: readonly string[];
      readonly other?: string;
    }
  | { readonly kind: 'too-large' | 'failed' };

interface NoteWords {
  readonly title: string;
  readonly text: string;
}

/** Returns the message about files that could not simply be opened. */
export function arrivalWords(note: Note): NoteWords {
  const names = 'names' in note ? listed(note.names) : '';
  const words: Record<Note['kind'], () => NoteWords> = {
    unknown: () => ({
      title: m.arrivals_unknown_title({ names }),
      text: m.arrivals_unknown_text({ project: '.debut', model: '.safetensors' }),
    }),
    'left-aside': () => ({
      title: m.arrivals_left_title({ names }),
      text: m.arrivals_left_text(),
    }),
    busy: () => ({
      title: m.arrivals_busy_title({ names }),
      text: m.arrivals_busy_text({ other: ('other' in note && note.other) || '' }),
    }),
    'no-launches': () => ({
      title: m.arrivals_model_title({ names }),
      text: m.arrivals_model_text(),
    }),
    'too-large': () => ({
      title: m.arrivals_too_large_title(),
      text: m.arrivals_too_large_text({
        count: formatCount(MOST_SHARED_FILES),
        size: formatFileSize(MOST_SHARED_BYTES),
      }),
    }),
    failed: () => ({ title: m.arrivals_failed_title(), text: m.arrivals_failed_text() }),
  };
  return words[note.kind]();
}
