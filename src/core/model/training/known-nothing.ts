import { lossByHead } from '../net/likelihood.ts';
import type { NetTask } from './net-task.ts';
import type { HeadLoss } from './training-report.ts';

/**
 * Returns the validation loss of a network that knows nothing: it predicts for every launch what is usual among the
 * training launches. Null without validation rows.
 */
export function knownNothing({ shape, offsets, validation }: NetTask): HeadLoss[] | null {
  if (!validation || validation.rowCount === 0) return null;
  const { heads } = shape;
  const z = Float32Array.from(
    { length: validation.rowCount * heads.length },
    (_, i) => offsets[i % heads.length]!,
  );
  const losses = lossByHead(z, validation, { members: 1, heads });
  return heads.map(({ name }, head) => ({ name, loss: losses[head]! }));
}
