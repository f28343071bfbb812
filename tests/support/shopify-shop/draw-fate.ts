import type { Random } from '#core/base/random.ts';
import { drawWeighted } from '../demo-shop/draws.ts';
import type { OrderFate, ShopifyLine } from './order.ts';

const KINDS = ['kept', 'cancelled', 'refunded', 'partly-refunded'] as const;
const SHARES = [0.9, 0.03, 0.02, 0.05];

/** Draws what becomes of an order. An order of one unit is never refunded in part. */
export function drawFate(random: Random, lines: readonly ShopifyLine[]): OrderFate {
  const kind = KINDS[drawWeighted(random, SHARES)]!;
  if (kind === 'cancelled') return { kind, wasPaid: random() < 0.7 };
  if (kind !== 'partly-refunded') return { kind };
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces < 2) return { kind: 'kept' };
  const line = Math.floor(random() * lines.length);
  const most = Math.min(lines[line]!.quantity, pieces - 1);
  return { kind, line, pieces: 1 + Math.floor(random() * most) };
}
