/** A run with more says nothing by them. */
export const MOST_TAGS = 12;
const SEPARATOR = /[,，、;；\n]/u;

/** Tags as they are typed, one after a comma: each once, without space around it. */
export function readTags(text: string): string[] {
  const tags = text.split(SEPARATOR).map((tag) => tag.trim().replace(/\s+/gu, ' '));
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, MOST_TAGS);
}

/** As `readTags` reads them. */
export function writeTags(tags: readonly string[]): string {
  return tags.join(', ');
}
