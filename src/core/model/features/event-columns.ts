// The two encodings of proximity to sales events and of the demand of categories. The effect of an event is the same for
// all events, scaled by how well the product suits it: a few shared coefficients, one for each window of proximity. Demand
// has one coefficient; a product suits the series of its category. For n events, k windows and m series:
//
//   by event   [n × k + m] columns: the proximity to each event in each window, each series' demand; depends on the
//              action alone
//   by window  [k + 1] columns: proximity times fit, summed over the events; the demand of the product's category;
//              depends on action and product
//
// Base models learn coefficients by window. To score many actions, a product's coefficients are expanded over the
// events instead.

/** Event columns at the end of an action basis. */
export interface EventColumns {
  readonly events: number;
  readonly windows: number;
  /** Series of demand, after the events; 0 where none is known. */
  readonly series: number;
}

/** Returns the number of columns by event and by window. */
export function columnCounts({ events, windows, series }: EventColumns): {
  readonly byEvent: number;
  readonly byWindow: number;
} {
  return { byEvent: events * windows + series, byWindow: windows + Math.min(1, series) };
}

/**
 * Converts event columns from "by event" to "by window": [rows × (base + by event)] → [rows × (base + by window)].
 * `fitsOfRow` gives a row's fit to each event and series. Returns `phi` itself where there are none, or no rows.
 */
export function gatherEvents(
  phi: Float32Array,
  form: EventColumns,
  fitsOfRow: (row: number) => Float32Array,
  rowCount: number,
): Float32Array {
  const { byEvent, byWindow } = columnCounts(form);
  if (byEvent === 0 || rowCount === 0) return phi;
  const width = phi.length / rowCount;
  const base = width - byEvent;
  const gathered = new Float32Array(rowCount * (base + byWindow));
  for (let row = 0; row < rowCount; row++) {
    const own = phi.subarray(row * width, (row + 1) * width);
    const out = gathered.subarray(row * (base + byWindow), (row + 1) * (base + byWindow));
    out.set(own.subarray(0, base));
    for (const [from, to, fit] of pairsOf(form, fitsOfRow(row)))
      out[base + to] = out[base + to]! + fit * own[base + from]!;
  }
  return gathered;
}

/** Expands a product's coefficients from "by window", [base + by window], to "by event", [base + by event]. */
export function expandEvents(
  coefficients: Float32Array | Float64Array,
  form: EventColumns,
  fits: Float32Array,
): Float64Array {
  const { byEvent, byWindow } = columnCounts(form);
  if (byEvent === 0) return Float64Array.from(coefficients);
  const base = coefficients.length - byWindow;
  const spread = new Float64Array(base + byEvent);
  spread.set(coefficients.subarray(0, base));
  for (const [to, from, fit] of pairsOf(form, fits))
    spread[base + to] = fit * coefficients[base + from]!;
  return spread;
}

/** Returns each column by event with its column by window and its fit, which is not 0. */
function pairsOf(
  { events, windows, series }: EventColumns,
  fits: Float32Array,
): (readonly [byEvent: number, byWindow: number, fit: number])[] {
  const pairs: [number, number, number][] = [];
  for (let event = 0; event < events; event++)
    for (let k = 0; k < windows && fits[event] !== 0; k++)
      pairs.push([event * windows + k, k, fits[event]!]);
  for (let at = 0; at < series; at++)
    if (fits[events + at] !== 0) pairs.push([events * windows + at, windows, fits[events + at]!]);
  return pairs;
}

/**
 * Returns the columns that are the same for every product, [rows × sharedCount]: those before the event columns in
 * either encoding.
 */
export function sharedColumns(
  phi: Float32Array,
  sharedCount: number,
  rowCount: number,
): Float32Array {
  const width = phi.length / rowCount;
  if (width === sharedCount || rowCount === 0) return phi;
  const shared = new Float32Array(rowCount * sharedCount);
  for (let row = 0; row < rowCount; row++)
    shared.set(phi.subarray(row * width, row * width + sharedCount), row * sharedCount);
  return shared;
}
