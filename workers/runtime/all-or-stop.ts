/**
 * Runs jobs in parallel. If one fails, stops the others and waits for them before it throws, so that nothing goes on
 * afterwards.
 * @param end stops all jobs, and what else runs in parallel with them; these then fail with the same error
 */
export async function allOrStop<A, B>(
  end: (error: unknown) => void,
  parts: readonly [Promise<A>, Promise<B>],
): Promise<[A, B]>;
export async function allOrStop<A, B, C>(
  end: (error: unknown) => void,
  parts: readonly [Promise<A>, Promise<B>, Promise<C>],
): Promise<[A, B, C]>;
export async function allOrStop<T>(
  end: (error: unknown) => void,
  parts: readonly Promise<T>[],
): Promise<T[]>;
export async function allOrStop(
  end: (error: unknown) => void,
  parts: readonly Promise<unknown>[],
): Promise<unknown[]> {
  try {
    return await Promise.all(parts);
  } catch (error) {
    end(error);
    await Promise.allSettled(parts);
    throw error;
  }
}
