// A Gaussian process as it is stored: past launches at half precision, as they were fitted.

import { fromHalfFloats, toHalfFloats } from '#core/base/bytes/half-floats.ts';
import type { GaussianProcess } from './gaussian-process.ts';
import type { SparseRows } from './sparse-rows.ts';

export interface PackedProcess extends Omit<GaussianProcess, 'products' | 'decisions'> {
  readonly products: Omit<SparseRows, 'values'> & { readonly values: Uint16Array };
  readonly decisions: Uint16Array;
}

export function packProcess(process: GaussianProcess): PackedProcess {
  const { products, decisions } = process;
  return {
    ...process,
    products: { ...products, values: toHalfFloats(products.values) },
    decisions: toHalfFloats(decisions),
  };
}

export function unpackProcess(packed: PackedProcess): GaussianProcess {
  const { products, decisions } = packed;
  return {
    ...packed,
    products: { ...products, values: fromHalfFloats(products.values) },
    decisions: fromHalfFloats(decisions),
  };
}
