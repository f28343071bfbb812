import type { ModelCard } from './model-card.ts';

/** Returns a model card as a standalone HTML page, without scripts, links or external resources. */
export function cardPage({ title, sections }: ModelCard, language: string): string {
  const body = sections
    .map(
      (section) =>
        `<h2>${escaped(section.title)}</h2>\n<ul>\n` +
        section.lines.map((line) => `<li>${escaped(line)}</li>\n`).join('') +
        '</ul>\n',
    )
    .join('');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 1.4rem 0 0.3rem; } ul { margin: 0; padding-left: 1.2rem; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${body}</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
