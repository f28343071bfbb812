// Values as a warehouse writes them into CSV, whatever the file that they come from.

const DAY_MS = 86_400_000;
/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const MOST_MS = 8.64e15;
const UNITS_A_SECOND = {
  ...{ SECONDS: 1n, MILLIS: 1_000n },
  ...{ MICROS: 1_000_000n, NANOS: 1_000_000_000n },
} as const;
export type TimeUnit = keyof typeof UNITS_A_SECOND;

/** @param whole so many of the last digit behind the point */
export function decimalText(whole: bigint, scale: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  const sign = whole < 0n ? '-' : '';
  if (scale <= 0) return sign + digits + (whole === 0n ? '' : '0'.repeat(-scale));
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** 0.1 in four bytes is 0.1, not 0.10000000149011612. */
export function shortestFloat(value: number): string {
  if (Number.isNaN(value)) return '';
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/** Lines of orders share few days, and each takes long to write. */
const dayTexts = new Map<number, string>();
const MOST_DAY_TEXTS = 10_000;

export function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const ms = day * DAY_MS;
  const text = Math.abs(ms) <= MOST_MS ? new Date(ms).toISOString().split('T')[0]! : '';
  if (dayTexts.size === MOST_DAY_TEXTS) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}

export function utcText(sinceEpoch: bigint, unit: TimeUnit): string {
  const text = momentText(sinceEpoch, unit);
  return text === '' ? '' : `${text}+00:00`;
}

export function momentText(sinceEpoch: bigint, unit: TimeUnit): string {
  const aDay = 86_400n * UNITS_A_SECOND[unit];
  const inDay = ((sinceEpoch % aDay) + aDay) % aDay;
  const day = dayText(Number((sinceEpoch - inDay) / aDay));
  return day === '' ? '' : `${day} ${clockText(inDay, unit)}`;
}

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
