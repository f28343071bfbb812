/** Prints a figure and what it must be; the bench fails where it is not. */
export type Report = (what: string, figure: string, isReached: boolean, wanted: string) => void;

export const report: Report = (what, figure, isReached, wanted) => {
  console.log(`${what}: ${figure} (${wanted})`);
  if (isReached) return;
  console.error(`expected ${wanted}, came ${figure}`);
  process.exitCode = 1;
};
