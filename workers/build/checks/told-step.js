// @ts-check

/**
 * Prints what is being done and how long it took; shows the output in full where it failed.
 * @param {string} what
 * @param {() => Promise<import('../commands.js').Ended>} work
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
