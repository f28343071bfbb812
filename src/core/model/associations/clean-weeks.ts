// Which weeks a group's launches count for, and which are free of them.

export interface CleanWeeks {
  readonly launchCount: number;
  /** Weeks in windows of launches over the length of a window; lower than the launches where the log cuts some off. */
  readonly wholeLaunches: number;
  /** Weeks that no launch of the group reaches: the controls. */
  readonly clean: readonly number[];
  /** Weeks in windows, and clean ones. The rest after a window is neither. */
  readonly compared: readonly number[];
  /** [weeks] Launches whose window a week lies in. */
  readonly running: Uint16Array;
}

/** Weeks after a window, as a share of it, in which an effect may last; they are no controls. */
const REST_SHARE = 0.5;

/** Returns the weeks of a group's launches, [weeks]. */
export function cleanWeeks(launches: ArrayLike<number>, windowWeeks: number): CleanWeeks {
  const weekCount = launches.length;
  const rest = Math.ceil(windowWeeks * REST_SHARE);
  const running = new Uint16Array(weekCount);
  const reached = new Uint8Array(weekCount);
  let [launchCount, launchWeeks] = [0, 0];
  for (let week = 0; week < weekCount; week++) {
    const count = launches[week]!;
    if (count === 0) continue;
    const end = Math.min(weekCount, week + windowWeeks);
    launchCount += count;
    launchWeeks += count * (end - week);
    for (let later = week; later < end; later++) running[later]! += count;
    reached.fill(1, week, end + rest);
  }
  const weeks = [...running.keys()];
  return {
    ...{ launchCount, wholeLaunches: launchWeeks / windowWeeks, running },
    clean: weeks.filter((week) => reached[week] === 0),
    compared: weeks.filter((week) => running[week]! > 0 || reached[week] === 0),
  };
}
