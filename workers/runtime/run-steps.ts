/**
 * Runs work that yields often, and returns its result.
 * @param pause called at each yield; lets messages through, and throws to stop
 */
export async function runSteps<T>(
  work: Generator<void, T>,
  pause: () => Promise<void>,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await pause();
  }
}
