/**
 * Runs jobs in parallel. If one fails, stops the others and waits for them before it throws, so that nothing goes on
 * afterwards.
 * @param end stops all jobs, and what else runs in parallel with them; these then fail with the same error
 */
export async function allOrStop<T extends readonly unknown[] | []>(
  end: (error: unknown) => void,
  parts: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  try {
    return await Promise.all(parts);
  } catch (error) {
    end(error);
    await Promise.allSettled(parts);
    throw error;
  }
}
