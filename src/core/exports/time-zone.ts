const SECONDS_A_DAY = 86_400;
/** Clocks change at quarters of an hour, by UTC too. */
const SECONDS_A_QUARTER = 900;

/**
 * Minutes ahead of UTC, by the names that exports write. Where several zones share a name, that of the larger marketplace:
 * IST is India's, CST and MST are American.
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

/** Minutes ahead of UTC; undefined for a name that is not known. */
export function offsetOfName(name: string): number | undefined {
  return OFFSETS.get(name.toUpperCase());
}

/** The clock of a place. */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;
  /** Seconds ahead of UTC at the start of a day. */
  readonly #atDay = new Map<number, number>();
  readonly #atQuarter = new Map<number, number>();

  /** @param name as in the IANA's list, such as "Europe/Berlin"; throws a RangeError for any other */
  constructor(name: string) {
    const numeric = 'numeric' as const;
    this.#format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: numeric, month: numeric, day: numeric },
      ...{ hour: numeric, minute: numeric, second: numeric },
    });
  }

  /** Seconds ahead of UTC. Days on which clocks do not change, which are nearly all, are asked for once. */
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
