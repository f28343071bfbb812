import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import type { TermName } from '#components/words/glossary.ts';

/** A value with its range, as one row of several. */
export interface RangeRow {
  readonly key: string;
  readonly label: string;
  /** Text below the label. */
  readonly note?: string | undefined;
  readonly term?: TermName | undefined;
  readonly range: OutcomeRange;
  readonly text: string;
  /** Meaning of the value, shown next to it. */
  readonly remark: string;
  readonly tone: 'plan' | 'habit';
}
