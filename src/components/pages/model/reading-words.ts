import type { NameReading } from '#core/model/text/name-reading.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import { formatFinePercent } from '#components/words/numbers.ts';

interface ReadingNotice {
  readonly tone: 'note' | 'warn';
  readonly title: string;
  readonly advice: string;
}

const NOTICES: Readonly<Partial<Record<NameReading, () => ReadingNotice>>> = {
  declined: () => ({
    tone: 'note',
    title: m.model_names_declined(),
    advice: m.model_names_declined_advice(),
  }),
  unreachable: () => ({
    tone: 'warn',
    title: m.model_names_unreachable(),
    advice: m.model_names_unreachable_advice(),
  }),
  damaged: () => ({
    tone: 'warn',
    title: m.model_names_damaged(),
    advice: m.model_names_damaged_advice(),
  }),
};

/** Returns a notice where names are not read by the language model; null if they are, or where there are none. */
export function readingNotice({ reading }: Pick<TrainingReport, 'reading'>): ReadingNotice | null {
  return (reading && NOTICES[reading]?.()) ?? null;
}

const FACTS: Readonly<Record<NameReading, () => string>> = {
  embeddings: m.model_names_by_meaning,
  declined: m.model_names_by_letters,
  unreachable: m.model_names_by_letters,
  damaged: m.model_names_by_letters,
  'no-text': m.model_names_none,
};

/** Says how names are read; null if that is not known. */
export function readingFact({ reading }: Pick<TrainingReport, 'reading'>): string | null {
  return reading ? FACTS[reading]() : null;
}

/** Says whether the model uses the meaning of names, and how that changes R²; null if it was not tried. */
export function meaningFact({ meaning }: Pick<TrainingReport, 'meaning'>): string | null {
  if (!meaning) return null;
  const shares = {
    with: formatFinePercent(Math.max(0, meaning.withR2)),
    without: formatFinePercent(Math.max(0, meaning.withoutR2)),
  };
  // Both explain nothing, or equally much, so shares would say nothing.
  if (shares.with === shares.without)
    return meaning.isKept ? m.model_meaning_kept_even() : m.model_meaning_left_even();
  return meaning.isKept ? m.model_meaning_kept(shares) : m.model_meaning_left(shares);
}
