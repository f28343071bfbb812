/**
 * Work that goes on side by side. Where one part fails the others are stopped, and have ended before the failure is heard: nothing goes
 * on behind it.
 * @param end asks all parts to stop
 */
export async function together<A, B>(
  end: () => void,
  parts: readonly [Promise<A>, Promise<B>],
): Promise<[A, B]>;
export async function together<T>(end: () => void, parts: readonly Promise<T>[]): Promise<T[]>;
export async function together(
  end: () => void,
  parts: readonly Promise<unknown>[],
): Promise<unknown[]> {
  try {
    return await Promise.all(parts);
  } catch (error) {
    end();
    await Promise.allSettled(parts);
    throw error;
  }
}
