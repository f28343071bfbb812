import Dexie from 'dexie';
import { AppError } from '#core/base/errors.ts';
import type { StopSignal } from '#core/base/progress.ts';
import './other-tabs.ts';

/**
 * Runs work on the database, and translates its failures into AppErrors. Every use of the database goes through here.
 * A stop request takes precedence over database errors: Dexie replaces an AbortError by one of its own.
 * Throws AppError storage-full where there is no room, storage-failed where the database fails.
 */
export async function withStorage<T>(work: () => PromiseLike<T>, stop?: StopSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    stop?.throwIfAborted();
    throw translated(error);
  }
}

const DATABASE_ERRORS: ReadonlySet<string> = new Set(Object.values(Dexie.errnames));

interface DatabaseError extends Error {
  /** Errors wrapped by Dexie: `inner` ended a transaction, `failures` are those of single records of a bulk write. */
  readonly inner?: unknown;
  readonly failures?: readonly unknown[];
}

function translated(error: unknown): unknown {
  if (!isDatabaseError(error)) return error;
  const came = `${error.name}: ${error.message}`;
  return isQuotaError(error)
    ? new AppError('storage-full', `expected room to store, got ${came}`, {}, { cause: error })
    : new AppError('storage-failed', `expected storage to work, got ${came}`, {}, { cause: error });
}

function isQuotaError(error: unknown): boolean {
  if (!isDatabaseError(error)) return false;
  const { name, inner, failures = [] } = error;
  return name === Dexie.errnames.QuotaExceeded || [inner, ...failures].some(isQuotaError);
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    DATABASE_ERRORS.has(String(error.name))
  );
}
