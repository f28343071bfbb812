// Writes values as a data warehouse writes them to CSV, whatever file they come from.

const DAY_MS = 86_400_000;
/** Largest time, in milliseconds: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const MOST_MS = 8.64e15;
const UNITS_A_SECOND = {
  ...{ SECONDS: 1n, MILLIS: 1_000n },
  ...{ MICROS: 1_000_000n, NANOS: 1_000_000_000n },
} as const;
export type TimeUnit = keyof typeof UNITS_A_SECOND;

/** Writes a decimal number with `scale` digits after the point. @param whole the number in units of its last digit */
export function decimalText(whole: bigint, scale: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const sign = whole < 0n ? '-' : '';
  if (scale <= 0) return sign + digits + (whole === 0n ? '' : '0'.repeat(-scale));
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Writes a number; '' for NaN. */
export function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** Writes a 32-bit float with the fewest digits, such as 0.1, not 0.10000000149011612; '' for NaN. */
export function shortestFloat(value: number): string {
  if (Number.isNaN(value)) return '';
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/** Dates written before: order lines share few days, and each takes long to write. */
const dayTexts = new Map<number, string>();
const MOST_DAY_TEXTS = 10_000;

/** Writes a day since 1970 as YYYY-MM-DD; '' beyond the range of dates. */
export function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const ms = day * DAY_MS;
  const text = Math.abs(ms) <= MOST_MS ? new Date(ms).toISOString().split('T')[0]! : '';
  if (dayTexts.size === MOST_DAY_TEXTS) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}

/** Writes a moment as momentText() does, followed by +00:00. */
export function utcText(sinceEpoch: bigint, unit: TimeUnit): string {
  const text = momentText(sinceEpoch, unit);
  return text === '' ? '' : `${text}+00:00`;
}

/** Writes a moment as "YYYY-MM-DD hh:mm:ss", with a fraction unless it is 0; '' beyond the range of dates. */
export function momentText(sinceEpoch: bigint, unit: TimeUnit): string {
  const aDay = 86_400n * UNITS_A_SECOND[unit];
  const inDay = ((sinceEpoch % aDay) + aDay) % aDay;
  const day = dayText(Number((sinceEpoch - inDay) / aDay));
  return day === '' ? '' : `${day} ${clockText(inDay, unit)}`;
}

/** Writes a time of day as "hh:mm:ss", with a fraction unless it is 0. */
export function clockText(sinceMidnight: bigint, unit: TimeUnit): string {
  const perSecond = UNITS_A_SECOND[unit];
  const seconds = Number(sinceMidnight / perSecond);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = sinceMidnight % perSecond;
  if (rest === 0n) return clock;
  const digits = String(rest).padStart(String(perSecond).length - 1, '0');
  return `${clock}.${digits.replace(/0+$/, '')}`;
}
