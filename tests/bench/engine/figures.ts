/** A line of the bench's table. */
export interface Figure {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  /** Undefined where the figure has no target. */
  readonly isReached?: boolean;
}

export function printTable(figures: readonly Figure[]): void {
  const lines = figures.map(({ what, wanted, measured, isReached }) => [
    what,
    wanted,
    measured,
    isReached === undefined ? '–' : isReached ? 'yes' : 'NO',
  ]);
  const all = [['what', 'must reach', 'measured', 'reached'], ...lines];
  const widths = all[0]!.map((_, i) => Math.max(...all.map((line) => line[i]!.length)));
  for (const line of all) console.log(line.map((cell, i) => cell.padEnd(widths[i]!)).join('  '));
}
