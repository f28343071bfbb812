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
