import { languageTag } from '#messages/language-tag.ts';

/** Links shown in a picture; more would not be readable. The tables have all. */
export const MOST_LINKS = 20;

/** Returns the names that links join, each once and sorted. */
export function linkedNames(
  links: readonly { readonly from: string; readonly to: string }[],
): string[] {
  const names = new Set(links.flatMap(({ from, to }) => [from, to]));
  return [...names].sort(new Intl.Collator(languageTag(), { numeric: true }).compare);
}
