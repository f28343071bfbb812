import { AppError } from '#core/base/errors.ts';
import type { MarketRefusal } from './market.ts';

/** Returns AppError no-market-data, whose detail `reason` is a `MarketRefusal`. */
export function noMarketData(reason: MarketRefusal, fileName: string, got: string): AppError {
  const message = `expected market data in ${fileName}, got ${got}`;
  return new AppError('no-market-data', message, { reason });
}
