import { mapTexts, textCounts, type CodedColumn } from '../csv/coded-column.ts';
import { nameKey } from './known-products.ts';

/**
 * Merges names that differ only in case and spaces into the commonest spelling, ties by name. Tills contain both
 * "Matcha Latte" and "matcha latte".
 */
export function oneSpelling(names: CodedColumn): CodedColumn {
  const counts = textCounts(names);
  const best = new Map<string, { readonly text: string; readonly count: number }>();
  names.texts.forEach((written, i) => {
    const text = written.trim().replace(/\s+/g, ' ');
    const [key, count] = [nameKey(written), counts[i]!];
    const known = best.get(key);
    const isBetter = !known || count > known.count || (count === known.count && text < known.text);
    if (isBetter) best.set(key, { text, count });
  });
  return mapTexts(names, (written) => best.get(nameKey(written))!.text);
}
