import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesIn } from '#workers/build/site-files.js';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));

/** Each says where a thing lies on the screen, where a page in another script may want it on the other side. */
const PHYSICAL = [
  /(?<![-\w])(?:scroll-)?(?:margin|padding|border)-(?:left|right|top|bottom)(?:-\w+)?\s*:/g,
  /(?<![-\w])(?:left|right|top|bottom)\s*:/g,
  /(?<![-\w])style:(?:left|right|top|bottom)\b/g,
  /(?<![-\w])border-(?:top|bottom)-(?:left|right)-radius\s*:/g,
  /(?<![-\w])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g,
];

const SHORTHAND = /(?<![-\w])(?:scroll-)?(?:margin|padding|inset|border-width)\s*:([^;{}]+)/g;

/** The style block and the style attributes of a component, or the whole of a style sheet. */
function stylesOf(fileName: string, source: string): string {
  const code = fileName.endsWith('.css')
    ? source
    : [
        ...source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g),
        ...source.matchAll(/\bstyle="([^"]*)"/g),
        ...source.matchAll(/\b(style:[-\w]+)/g),
        // Styles that a script puts together.
        ...source.matchAll(/`((?:left|right|top|bottom|margin|padding)[-\w]*:[^`]*)`/g),
      ]
        .map(([, style]) => style)
        .join('\n');
  return code.replace(/\/\*[\s\S]*?\*\//g, '');
}

/** The parts of a value, those inside brackets kept together. */
function partsOf(value: string): string[] {
  return value.trim().match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

/** "1px 2px 1px 3px" tells left from right; one to three parts, or two equal sides, do not. */
function tellsSidesApart([, value = '']: RegExpMatchArray): boolean {
  const [, right, , left] = partsOf(value);
  return left !== undefined && left !== right;
}

function physical(fileName: string, source: string): string[] {
  const styles = stylesOf(fileName, source);
  return [
    ...PHYSICAL.flatMap((pattern) => [...styles.matchAll(pattern)]),
    ...[...styles.matchAll(SHORTHAND)].filter(tellsSidesApart),
  ].map(([found]) => found.trim());
}

describe('styles', () => {
  const files = filesIn(SOURCES).filter((path) => /\.(?:css|svelte)$/.test(path));

  it.each(files)('place things by the direction of the text, not by the screen: %s', (path) => {
    expect(physical(path, readFileSync(`${SOURCES}/${path}`, 'utf8'))).toEqual([]);
  });
});

describe('the search for physical properties', () => {
  it.each([
    'margin-left: 1px',
    'border-right-color: red',
    'scroll-padding-top: 0',
    'top: 0',
    'text-align: right',
    'border-top-left-radius: 1px',
    'padding: 0 var(--s-3) var(--s-2) 0',
    'margin: 0 calc(1px + (2px * 3)) 0 0',
  ])('finds %s', (declaration) => {
    expect(physical('page.css', `p { ${declaration}; }`)).toHaveLength(1);
    expect(physical('Page.svelte', `<style>p { ${declaration} }</style>`)).toHaveLength(1);
  });

  it.each([
    '<i style="left: {at}%"></i>',
    '<i style:left="1px"></i>',
    'const box = `left: ${at}%; width: 3%`;',
  ])('finds what markup says: %s', (source) =>
    expect(physical('Page.svelte', source)).toHaveLength(1),
  );

  it.each([
    'margin-inline-start: 1px',
    'inset-block-start: 0',
    'text-align: start',
    'padding: 1px 2px 3px',
    'padding: 1px 2px 3px 2px',
    '--top: 1px',
    'color: red; /* left: 1px */',
  ])('lets %s pass', (declaration) =>
    expect(physical('page.css', `p { ${declaration}; }`)).toEqual([]),
  );

  it('reads no words of a page as a style', () =>
    expect(physical('Page.svelte', '<p>left: 3 launches</p>')).toEqual([]));
});
