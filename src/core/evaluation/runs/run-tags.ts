/** Most tags that a run can have. */
export const MOST_TAGS = 12;
const SEPARATOR = /[,，、;；\n]/u;

/** Reads tags as typed, separated by commas, semicolons or line breaks: each once, trimmed, at most MOST_TAGS. */
export function readTags(text: string): string[] {
  const tags = text.split(SEPARATOR).map((tag) => tag.trim().replace(/\s+/gu, ' '));
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, MOST_TAGS);
}

/** Writes tags as `readTags` reads them. */
export function writeTags(tags: readonly string[]): string {
  return tags.join(', ');
}
