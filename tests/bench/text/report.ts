/** Prints a figure and its target. The bench fails where the target is missed. */
export type Report = (what: string, figure: string, isReached: boolean, wanted: string) => void;

export const report: Report = (what, figure, isReached, wanted) => {
  console.log(`${what}: ${figure} (${wanted})`);
  if (isReached) return;
  console.error(`expected ${wanted}, came ${figure}`);
  process.exitCode = 1;
};
