/**
 * Work that goes on side by side. Where one part fails the others are stopped, and have ended before the failure is heard: nothing goes
 * on behind it.
 * @param end asks all parts to stop, and those of whatever goes on beside them, which then fail with the same error
 */
export async function together<A, B>(
  end: (error: unknown) => void,
  parts: readonly [Promise<A>, Promise<B>],
): Promise<[A, B]>;
export async function together<T>(
  end: (error: unknown) => void,
  parts: readonly Promise<T>[],
): Promise<T[]>;
export async function together(
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
