import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { residualAt } from '#core/model/blend/conformal-ranges.ts';
import { wape } from '#core/base/statistics/metrics.ts';
import { offerMoney } from '#core/planning/economics/offer-money.ts';
import { serviceLevel } from '#core/planning/economics/first-stock.ts';
import { policyValues, sumsOf } from '#core/evaluation/off-policy/estimators.ts';
import { effectiveSize } from '#core/base/statistics/statistics.ts';
import { sumsIn, valueOf } from './support/arithmetic.ts';
import { anchorsOf, codeIn, isPlace, linksIn, placePattern } from './support/markdown.ts';

const root = join(import.meta.dirname, '..');
/** Of packages, and made by the build; relative to the root. */
const NOT_OURS = new Set(['node_modules', 'build', 'test-results', '.git', '.svelte-kit']);

/** Files and folders, each relative to the root. */
function placesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const place = relative(root, path);
    if (NOT_OURS.has(place)) return [];
    return [place, ...(entry.isDirectory() ? placesBelow(path) : [])];
  });
}

const places = new Set(placesBelow(root));
const fileNames = new Set([...places].map((path) => basename(path)));
const documents = [...places].filter((path) => path.endsWith('.md'));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Folders that names in documents may be relative to, besides the document's own and that of its heading. */
const BASES = ['', 'src', 'src/core', 'workers'];
const topFolders = new Set(
  [...places]
    .filter((path) => BASES.includes(dirname(path).replace('.', '')))
    .map((path) => basename(path)),
);

/** Whether there is what a document names in backticks. */
function isThere(name: string, bases: readonly string[]): boolean {
  if (!name.includes('/')) return fileNames.has(name);
  return bases.some((base) => {
    const path = join(base, name).replace(/\/$/, '');
    if (places.has(path)) return true;
    const pattern = placePattern(path);
    return [...places].some((place) => pattern.test(place));
  });
}

/** Rooms whose README says in a few lines what comes in, what goes out and where to begin. */
const rooms = [
  ...readdirSync(join(root, 'src/core'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/core/${name}`),
  ...['dataset', 'model', 'runtime', 'season', 'text'].map((name) => `workers/${name}`),
  ...['src/state', 'src/components/ui', 'src/components/pages'],
];

/** The longest line of a document, in characters. */
const MOST_COLUMNS = 160;

/** Whether a row of a table is wider than its cells need. */
function isPadded(row: string): boolean {
  return / {2,}\||\| {2,}|-{4,}/.test(row.replace(/`[^`]*`/g, '`code`'));
}

/** Why a link of a document leads nowhere; null where it leads somewhere, or to another site. */
function faultOf(document: string, target: string): string | null {
  if (/^[a-z]+:/.test(target)) return null;
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? document : join(dirname(document), decodeURI(path));
  if (!existsSync(join(root, file))) return `there is no ${file}`;
  if (anchor === undefined) return null;
  if (!file.endsWith('.md')) return `${file} has no anchors`;
  return anchorsOf(read(file)).includes(anchor) ? null : `${file} has no "#${anchor}"`;
}

describe('documents', () => {
  it('are found wherever they stand', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'src/core/README.md', 'src/core/METHOD.md']),
    );
  });

  it.each(rooms)('of %s says what comes in, what goes out and where to begin', (room) => {
    const text = read(`${room}/README.md`);
    for (const part of ['**In**', '**Out**', 'Begin with']) expect(text).toContain(part);
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(20);
  });

  it.each(documents)('%s has links that lead somewhere', (document) => {
    const faults = linksIn(read(document)).flatMap(({ target }) => faultOf(document, target) ?? []);
    expect(faults).toEqual([]);
  });

  it.each(documents)('%s calls files that it links to by their names', (document) => {
    const links = linksIn(read(document)).filter(({ target }) =>
      /\.(?:ts|js|svelte)$/.test(target),
    );
    expect(links.filter(({ text, target }) => !target.includes(text))).toEqual([]);
  });

  it.each(documents)('%s names files and folders that there are', (document) => {
    const missing = codeIn(read(document))
      .filter(({ text }) => isPlace(text, topFolders))
      .filter(({ text, section }) => !isThere(text, [dirname(document), section, ...BASES]));
    expect(missing.map(({ text }) => text)).toEqual([]);
  });

  it.each(documents)('%s is small enough to be read', (document) => {
    const bytes = Buffer.byteLength(read(document));
    expect(bytes).toBeLessThanOrEqual(document === 'README.md' ? 10_000 : 25_000);
  });

  it.each(documents)('%s has no long lines and no padded tables', (document) => {
    const lines = read(document).split('\n');
    expect(lines.filter((line) => Array.from(line).length > MOST_COLUMNS)).toEqual([]);
    expect(lines.filter((line) => /^\s*\|/.test(line)).filter(isPadded)).toEqual([]);
  });

  it.each([
    ['| a | b |', false],
    ['| --- | --: |', false],
    ['| a  | b |', true],
    ['| ---- | --- |', true],
    ['| `two  spaces` | b |', false],
  ])('have padded tables found: %s', (row, padded) => {
    expect(isPadded(row)).toBe(padded);
  });

  it.each([
    ['charts/Figure.svelte', true],
    ['charts/', true],
    ['core/launch', true],
    ['Figure.svelte', true],
    ['charts/NAME.svelte', true],
    ['messages/{en,zh}/<part>.json', true],
    ['application/wasm', false],
    ['@tensorflow/tfjs-core', false],
    ['#name/', false],
    ['/styleguide', false],
    ['a / b', false],
  ])('have names of files and folders found: %s', (text, expected) => {
    expect(isPlace(text, new Set(['core', 'messages']))).toBe(expected);
  });

  it.each([
    ['charts/NAME.svelte', 'charts/Figure.svelte', true],
    ['charts/NAME.svelte', 'charts/drawings/axes.svelte', false],
    ['src/*/README.md', 'src/core/README.md', true],
    ['messages/{en,zh}/<part>.json', 'messages/zh/plan.json', true],
    ['messages/{en,zh}/<part>.json', 'messages/fr/plan.json', false],
  ])('mean places by patterns: %s, %s', (name, place, expected) => {
    expect(placePattern(name).test(place)).toBe(expected);
  });

  it('name scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
        ([, name]) => name!,
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each([
    ['[a](b.md)', ['b.md']],
    ['![pictured [1]](shots/a.png)', ['shots/a.png']],
    ['[![shown](small.png) whole](large.png)', ['large.png', 'small.png']],
    ['`[no](link)` and\n```sh\n[no](link)\n```\n', []],
  ])('are read as they are written: %s', (markdown, targets) => {
    expect(linksIn(markdown).map(({ target }) => target)).toEqual(targets);
  });

  it('have the anchors that GitHub gives headings', () => {
    const text = '# To add a platform’s export\n## A & B, `c`\n## A & B, `c`\n```\n# none\n```\n';
    expect(anchorsOf(text)).toEqual(['to-add-a-platforms-export', 'a--b-c', 'a--b-c-1']);
  });
});

describe('figures that the README quotes', () => {
  const measured = read('tests/bench/learning/README.md') + read('tests/bench/real/README.md');
  const rowOf = (name: string) =>
    read('README.md')
      .split('\n')
      .find((line) => line.startsWith(`| ${name}`))!
      .split('|')
      .map((cell) => cell.replaceAll('*', '').trim());
  const sectionOf = (title: string) => measured.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!;
  const percent = (share: string) => `${Math.round(100 * Number(share))}%`;
  const wapeOf = (title: string, model: string) =>
    new RegExp(`^\\| ${model} \\| (\\d\\.\\d+)`, 'm').exec(sectionOf(title))![1]!;

  it('are the gains measured in simulated shops', () => {
    const [, ours, peers] = /Capture: mean (\d\.\d+); XGBoost on the funnel (\d\.\d+)/.exec(
      sectionOf('World a'),
    )!;
    const [, , debut, notebook] = rowOf('gain reached');
    expect([debut, notebook]).toEqual([percent(ours!), percent(peers!)]);
  });

  it.each([
    ['forecast error, simulated shops', 'World a', 'XGBoost on the funnel', 'category median'],
    ['forecast error, a real gift shop', 'Giftware', 'forest', 'median'],
    ['forecast error, real games', 'Games', 'XGBoost on words', 'category median'],
  ])('are the errors measured: %s', (name, title, peer, usual) => {
    const [, , debut, notebook, , always] = rowOf(name);
    expect([debut, notebook, always]).toEqual(
      ['Debut', peer, usual].map((model) => percent(wapeOf(title, model))),
    );
  });
});

describe('figures of benches with a document of their own', () => {
  const benches = read('tests/bench/README.md');
  const summaries = [
    ...benches.matchAll(/\*\*Measured\*\*: see \[[^\]]+\]\(([^)]+)\)\.([\s\S]*?)\n\n/g),
  ].map(([, target = '', text = '']) => ({ target, text }));

  it('are summed up where the benches are listed', () => {
    expect(summaries.map(({ target }) => target)).toEqual(
      expect.arrayContaining(['learning/README.md', 'import/README.md']),
    );
  });

  it.each(summaries)('are the same in the summary: $target', ({ target, text }) => {
    const whole = read(join('tests/bench', target));
    const figures = text.match(/\d+\.\d+/g) ?? [];
    expect(figures.filter((figure) => !whole.includes(figure))).toEqual([]);
  });
});

describe('the worked sums of the method', () => {
  const sums = sumsIn(read('src/core/METHOD.md'));

  it('are right', () => {
    expect(sums.length).toBeGreaterThanOrEqual(8);
    for (const { text, left, right, tolerance } of sums)
      expect(Math.abs(valueOf(left) - right), text).toBeLessThan(tolerance);
  });

  it('have the often-copied one, w · x + b, at 10.2', () => {
    const [w, b, x] = [[0.2, 0.5], 5, [1, 10]] as const;
    expect(w[0] * x[0] + w[1] * x[1] + b).toBeCloseTo(10.2, 12);
    expect(sums.map(({ text }) => text)).toContain('0.2 · 1 + 0.5 · 10 + 5 = 10.2');
  });

  it('come out of the code as they stand there', () => {
    const residuals = Float64Array.from({ length: 9 }, (_, i) => i + 1);
    const piece = offerMoney(
      { listPrice: 20, unitCost: 8 },
      { price: 20, fee: 0.15, adSpend: 50, leftoverLoss: 0.3 },
    );
    const weight = Float64Array.of(2, 0.5);
    const none = new Float64Array(2);
    const sumsOfTwo = sumsOf({ reward: Float64Array.of(10, 4), weight, model: none, own: none });
    const calculated = new Map([
      ['(20 + 10 + 20) / (100 + 50 + 50)', wape([100, 50, 50], [80, 60, 70])],
      ['0.9 · (9 + 1)', residualAt(residuals, 0.9)],
      [
        '90 · (20 · 0.85 − 8) − 2.4 · 10 − 50',
        90 * piece.margin - 10 * piece.leftover - piece.fixedCost,
      ],
      ['9 / (9 + 3)', serviceLevel({ margin: 9, leftover: 3 })],
      ['(2 · 10 + 0.5 · 4) / (2 + 0.5)', policyValues(sumsOfTwo).snips],
      ['(2 + 0.5) · (2 + 0.5) / (2 · 2 + 0.5 · 0.5)', effectiveSize(weight)],
    ]);
    for (const [left, value] of calculated) {
      expect(sums.map((sum) => sum.left.trim())).toContain(left);
      expect(value).toBeCloseTo(valueOf(left), 9);
    }
  });
});
