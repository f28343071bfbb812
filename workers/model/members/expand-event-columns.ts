import { basisCount, eventColumns } from '#core/model/features/action-basis.ts';
import { columnCounts, expandEvents } from '#core/model/features/event-columns.ts';
import { fitsOf } from '#core/model/features/product-encoder.ts';
import type { RowEncoding } from '#core/model/outcomes/heads.ts';
import { outputCount, type NetShape } from '#core/model/net/net.ts';

interface SpreadProducts {
  readonly encoding: RowEncoding;
  /** Encoded products, [products × inputs]. */
  readonly x: Float32Array;
  readonly rowCount: number;
}

/**
 * Expands a network's coefficients of products, [members × products × outputs], for actions with event columns by
 * event.
 */
export function expandNet(
  coefficients: Float32Array,
  shape: NetShape,
  { encoding, x, rowCount }: SpreadProducts,
): { readonly coefficients: Float32Array; readonly shape: NetShape } {
  const { encoder, basis } = encoding;
  const form = eventColumns(basis);
  const { byEvent, byWindow } = columnCounts(form);
  if (byEvent === 0) return { coefficients, shape };
  const learnt = basisCount(basis);
  const spreadCount = learnt - byWindow + byEvent;
  const heads = shape.heads.map((head) =>
    head.basis === learnt ? { ...head, basis: spreadCount } : head,
  );
  const inputs = x.length / rowCount;
  const width = outputCount({ heads });
  const spread = new Float32Array(shape.members * rowCount * width);
  let from = 0;
  let to = 0;
  for (let row = 0; row < shape.members * rowCount; row++) {
    const product = row % rowCount;
    const fits = fitsOf(encoder, x.subarray(product * inputs, (product + 1) * inputs));
    shape.heads.forEach((head, h) => {
      const own = coefficients.subarray(from, from + head.basis);
      spread.set(head.basis === learnt ? expandEvents(own, form, fits) : own, to);
      from += head.basis;
      to += heads[h]!.basis;
    });
  }
  return { coefficients: spread, shape: { ...shape, heads } };
}
