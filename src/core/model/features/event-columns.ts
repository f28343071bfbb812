// The two encodings of proximity to sales events. The effect of an event is the same for all events, scaled by how well
// the product suits it: a few shared coefficients, one for each window of proximity. For n events and k windows:
//
//   by event   [n × k] columns: the proximity to each event in each window; depends on the action alone
//   by window  [k] columns: proximity times fit, summed over the events; depends on action and product
//
// Base models learn coefficients by window. To score many actions, a product's coefficients are expanded over the
// events instead.

/** Event columns at the end of an action basis. */
export interface EventColumns {
  readonly events: number;
  readonly windows: number;
}

/**
 * Converts event columns from "by event" to "by window": [rows × (base + events × windows)] → [rows × (base +
 * windows)]. `fitsOfRow` gives a row's fit to each event. Returns `phi` itself where there are no events or no rows.
 */
export function gatherEvents(
  phi: Float32Array,
  { events, windows }: EventColumns,
  fitsOfRow: (row: number) => Float32Array,
  rowCount: number,
): Float32Array {
  if (events === 0 || rowCount === 0) return phi;
  const width = phi.length / rowCount;
  const base = width - events * windows;
  const gathered = new Float32Array(rowCount * (base + windows));
  for (let row = 0; row < rowCount; row++) {
    const own = phi.subarray(row * width, (row + 1) * width);
    const out = gathered.subarray(row * (base + windows), (row + 1) * (base + windows));
    out.set(own.subarray(0, base));
    fitsOfRow(row).forEach((fit, event) => {
      if (fit === 0) return;
      for (let k = 0; k < windows; k++)
        out[base + k] = out[base + k]! + fit * own[base + event * windows + k]!;
    });
  }
  return gathered;
}

/** Expands a product's coefficients from "by window", [base + windows], to "by event", [base + events × windows]. */
export function expandEvents(
  coefficients: Float32Array | Float64Array,
  { events, windows }: EventColumns,
  fits: Float32Array,
): Float64Array {
  if (events === 0) return Float64Array.from(coefficients);
  const base = coefficients.length - windows;
  const spread = new Float64Array(base + events * windows);
  spread.set(coefficients.subarray(0, base));
  for (let event = 0; event < events; event++)
    for (let k = 0; k < windows; k++)
      spread[base + event * windows + k] = fits[event]! * coefficients[base + k]!;
  return spread;
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
