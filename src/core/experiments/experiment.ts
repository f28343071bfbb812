import type { Placement } from '../season/season-calendar.ts';
import type { Leaning } from './cost-doubt.ts';

/** A launch that goes to another channel, and perhaps week, than earns the season most, because of what it shows for later ones. */
export interface Experiment {
  readonly productId: string;
  readonly title: string;
  readonly category: string;
  /** Where it would be launched otherwise, and where it is to be. */
  readonly otherwise: Placement;
  readonly placement: Placement;
  /** Past launches of the category on that channel, and those of the calendar beside this one. */
  readonly tried: number;
  readonly planned: number;
  /** Deviation, of log units, of what is believed of the channel for the category: without this launch, and after it. */
  readonly doubtBefore: number;
  readonly doubtAfter: number;
  /** Of what is aimed at: what the season is expected to be worth less, and what later launches are expected to bring more. */
  readonly cost: number;
  readonly worth: number;
  /** What the cost hangs on: see cost-doubt.ts. */
  readonly leanings: readonly Leaning[];
}

export interface SeasonExperiments {
  /** In the order in which they were chosen: the one that pays most first. */
  readonly experiments: readonly Experiment[];
  /** How many there may be at most. */
  readonly most: number;
  readonly cost: number;
  readonly worth: number;
}
