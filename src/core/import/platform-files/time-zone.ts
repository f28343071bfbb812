const SECONDS_A_DAY = 86_400;
/** Clocks change at quarters of an hour, also in UTC. */
const SECONDS_A_QUARTER = 900;

/**
 * Minutes ahead of UTC, by the names that exports write. If several zones share a name, the larger marketplace's is
 * used: IST is India's, CST and MST are American.
 */
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ...(['Z', 'UTC', 'GMT', 'WET'] as const).map((name) => [name, 0] as const),
  ...(['BST', 'WEST', 'CET', 'MEZ', 'MET'] as const).map((name) => [name, 60] as const),
  ...(['CEST', 'MESZ', 'MEST', 'EET', 'SAST'] as const).map((name) => [name, 120] as const),
  ...(['EEST', 'MSK', 'TRT'] as const).map((name) => [name, 180] as const),
  ['IST', 330],
  ...(['SGT', 'HKT', 'AWST'] as const).map((name) => [name, 480] as const),
  ...(['JST', 'KST'] as const).map((name) => [name, 540] as const),
  ['ACST', 570],
  ['AEST', 600],
  ['ACDT', 630],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
  ['BRT', -180],
  ...(['ADT', 'ART'] as const).map((name) => [name, -180] as const),
  ['AST', -240],
  ['EDT', -240],
  ['EST', -300],
  ['CDT', -300],
  ['CST', -360],
  ['MDT', -360],
  ['MST', -420],
  ['PDT', -420],
  ['PST', -480],
  ['AKDT', -480],
  ['AKST', -540],
  ['HST', -600],
]);

/** Returns minutes ahead of UTC, or undefined for an unknown name. */
export function offsetOfName(name: string): number | undefined {
  return OFFSETS.get(name.toUpperCase());
}

/** Clock of a time zone. */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;
  /** Seconds ahead of UTC at the start of a day. */
  readonly #atDay = new Map<number, number>();
  readonly #atQuarter = new Map<number, number>();

  /**
   * @param name IANA name, such as "Europe/Berlin"
   * @throws RangeError for any other name
   */
  constructor(name: string) {
    const numeric = 'numeric' as const;
    this.#format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: numeric, month: numeric, day: numeric },
      ...{ hour: numeric, minute: numeric, second: numeric },
    });
  }

  /** Returns seconds ahead of UTC. On nearly all days the clock does not change, so one value per day is cached. */
  offsetAt(epochSeconds: number): number {
    const day = Math.floor(epochSeconds / SECONDS_A_DAY);
    const before = this.#offsetAtDay(day);
    if (before === this.#offsetAtDay(day + 1)) return before;
    const quarter = Math.floor(epochSeconds / SECONDS_A_QUARTER);
    return kept(this.#atQuarter, quarter, () => this.#ask(quarter * SECONDS_A_QUARTER));
  }

  #offsetAtDay(day: number): number {
    return kept(this.#atDay, day, () => this.#ask(day * SECONDS_A_DAY));
  }

  #ask(epochSeconds: number): number {
    const parts = this.#format.formatToParts(epochSeconds * 1000);
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((each) => each.type === type)?.value);
    const wall = Date.UTC(
      ...([part('year'), part('month') - 1, part('day')] as const),
      ...([part('hour'), part('minute'), part('second')] as const),
    );
    return wall / 1000 - epochSeconds;
  }
}

function kept(known: Map<number, number>, key: number, ask: () => number): number {
  let value = known.get(key);
  if (value === undefined) {
    value = ask();
    known.set(key, value);
  }
  return value;
}
