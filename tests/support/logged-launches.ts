import type { LoggedLaunches } from '#core/evaluation/off-policy/logged-launches.ts';

export interface LoggedLaunch {
  readonly taken: number;
  readonly reward: number;
  readonly chances: readonly number[];
  readonly expected: readonly number[];
}

/** Builds a log of launches that name only what a test is about. */
export function loggedLaunches(launches: readonly LoggedLaunch[]): LoggedLaunches {
  const width = launches[0]!.chances.length;
  return {
    count: launches.length,
    strongest: null,
    actions: Array.from({ length: width }, (_, a) => ({ channel: `c${a}`, promotion: null })),
    taken: Uint16Array.from(launches, ({ taken }) => taken),
    reward: Float64Array.from(launches, ({ reward }) => reward),
    objective: 'profit',
    propensities: Float32Array.from(launches.flatMap(({ chances }) => chances)),
    expected: Float32Array.from(launches.flatMap(({ expected }) => expected)),
  };
}
