// @ts-check

/**
 * Says what is being done, and at the end how long it took; what went wrong is shown in full.
 * @param {string} what
 * @param {() => Promise<import('./commands.js').Ended>} work
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function toldStep(what, work) {
  process.stdout.write(`${what} … `);
  const startMs = performance.now();
  const { status, output } = await work();
  const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
  console.log(status === 0 ? `${seconds} s` : `failed after ${seconds} s:\n\n${output.trim()}\n`);
  return status === 0;
}
