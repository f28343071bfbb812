import type { OutcomeRange } from '#core/launch/launch-plan.ts';
import type { TermName } from '../overlays/glossary.ts';

/** A value with its range, among others of its kind. */
export interface RangeRow {
  readonly key: string;
  readonly label: string;
  /** Below the label. */
  readonly note?: string | undefined;
  readonly term?: TermName | undefined;
  readonly range: OutcomeRange;
  readonly text: string;
  /** What it means, beside the value. */
  readonly remark: string;
  readonly tone: 'plan' | 'habit';
}
