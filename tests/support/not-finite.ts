/** Returns where in a value a number is not finite, such as "plans.0.outcome.profit.expected". */
export function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    notFinite(each, path ? `${path}.${key}` : key),
  );
}
