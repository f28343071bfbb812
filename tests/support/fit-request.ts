import type { LaunchTable } from '#core/launch/launch-table.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import type { FitRequest } from '#workers/model/members/fit-request.ts';
import { fitNetsHere } from '#workers/model/members/fit-nets-here.ts';
import { NO_JOURNAL } from '#workers/runtime/journal.ts';
import { TrainingClock } from '#workers/runtime/training-clock.ts';

/** Returns a training request for a table. Nothing of it is stored, and no progress is reported. */
export function fitRequest(table: LaunchTable, session: EngineSession): FitRequest {
  const clock = new TrainingClock({
    job: new Job(new AbortController().signal, () => undefined),
    backend: session.choice,
    now: () => 0,
    date: () => 0,
    pause: () => Promise.resolve(),
    memoryBytes: () => 0,
  });
  const journal = NO_JOURNAL;
  const pause = () => clock.breathe();
  const fitNet = fitNetsHere({ engine: session, journal, stop: clock.stop, pause });
  const given = { table, datasetId: 1, settings: AUTOMATIC_SETTINGS };
  return { ...given, engine: session, clock, journal, fitNet };
}
