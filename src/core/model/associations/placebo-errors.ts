// How far estimates stray that cannot be effects: the same launches, moved in time.

import { seededRandom } from '#core/base/random.ts';
import { cleanWeeks } from './clean-weeks.ts';
import {
  haloEstimates,
  LEAST_CLEAN_WEEKS,
  type Supposed,
  type LaunchingGroup,
} from './halo-estimates.ts';
import type { HaloPanel } from './halo-panel.ts';
import { fitStudent, type Student } from './student-errors.ts';

const MOVES = 8;
const LEAST_ESTIMATES = 60;
/** Where too few estimates stray to tell. */
const CAUTIOUS: Student = { scale: 1.3, freedom: 6 };

/**
 * Returns how estimates over their standard errors are distributed where launches do nothing: randomisation inference
 * (Rosenbaum 2002). All launches of a group move by the same number of weeks, around the log's end, which keeps how they
 * follow each other and how sales follow each other. What the real launches bring is modelled beside.
 */
export function* placeboErrors(panel: HaloPanel, terms: Supposed): Generator<void, Student> {
  const random = seededRandom(panel.weekCount);
  const strayed: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    const moved = terms.launching.map(({ group }): LaunchingGroup => {
      const by =
        panel.windowWeeks + Math.floor(random() * (panel.weekCount - 2 * panel.windowWeeks));
      const launches = movedBy(panel.groups[group]!.launches, by);
      return { group, weeks: cleanWeeks(launches, panel.windowWeeks) };
    });
    // Moved around the end, launches may leave fewer weeks clean than they did.
    const comparable = moved.filter(({ weeks }) => weeks.clean.length >= LEAST_CLEAN_WEEKS);
    const estimates = yield* haloEstimates(panel, comparable, terms);
    strayed.push(...estimates.map(({ units, error }) => units / error));
  }
  return strayed.length < LEAST_ESTIMATES ? CAUTIOUS : fitStudent(strayed);
}

function movedBy(launches: Uint16Array, weeks: number): Uint16Array {
  const count = launches.length;
  return launches.map((_, week) => launches[(week - weeks + count) % count]!);
}
