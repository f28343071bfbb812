// Reads from documents what tests need: headings with GitHub's names of their anchors, and links outside code.

interface Link {
  readonly text: string;
  readonly target: string;
}

/** Returns the document without fenced code and code in backticks. */
export function proseOf(markdown: string): string {
  return markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Returns links and images, including images within links and links to other sites. */
export function linksIn(markdown: string): Link[] {
  const links = proseOf(markdown).matchAll(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g);
  return [...links].flatMap(([, text = '', target = '']) => [{ text, target }, ...linksIn(text)]);
}

/** Returns the anchors that GitHub gives the headings. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(
    ([, heading = '']) => {
      const slug = heading
        .trim()
        .toLowerCase()
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
        .replaceAll(' ', '-');
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    },
  );
}

interface Code {
  readonly text: string;
  /** Folder that the heading above names in backticks; '' if it names none. */
  readonly section: string;
}

/** Returns what stands in backticks, without fenced code. */
export function codeIn(markdown: string): Code[] {
  const lines = markdown.replace(/^ *(`{3,})[\s\S]*?^ *\1/gm, '').split('\n');
  const found: Code[] = [];
  let section = '';
  for (const line of lines) {
    const heading = /^#+ (.*)$/.exec(line);
    if (heading) section = /^`([^`]+)`$/.exec(heading[1]!)?.[1] ?? '';
    for (const [, text = ''] of line.matchAll(/`([^`]+)`/g)) found.push({ text, section });
  }
  return found;
}

/** Returns whether a text in backticks can only be the name of a file or folder of a repository with these folders. */
export function isPlace(text: string, folders: ReadonlySet<string>): boolean {
  if (/^[\w-]+(?:\.\w+)*\.(?:ts|svelte)$/.test(text)) return true;
  if (!/^(?:\.\.\/)*[\w<*{][\w<>*{},./-]*$/.test(text) || !text.includes('/')) return false;
  if (/^\w[^/]*\.[^/]*\//.test(text)) return false; // a host
  return /\/$|\/[^/]+\.\w+$/.test(text) || folders.has(text.split('/')[0]!);
}

/** Returns a pattern of the places that a name may mean: `*`, CAPITALS and <words> stand for any part of a name. */
export function placePattern(name: string): RegExp {
  const pattern = name
    .replace(/\/$/, '')
    .replace(/[.]/g, '\\.')
    .replace(/\{([\w,]+)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replace(/\*|<[^>]+>|[A-Z]{4,}/g, (part) => (part === 'README' ? part : '[^/]+'));
  return new RegExp(`^${pattern}$`);
}
