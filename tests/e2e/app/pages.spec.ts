import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesIn } from '#workers/build/site-files.js';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { pagePaths } from '../support/site.ts';

const ROUTES = fileURLToPath(new URL('../../../src/routes', import.meta.url));
/** What only the style guide says. */
const MARK = 'Specimen';
const GUIDE = 'styleguide/';

test('every page is prerendered, and the style guide is not built at all', () => {
  const routes = filesIn(ROUTES)
    .filter((path) => path.endsWith('+page.svelte'))
    .map((path) => path.replace('+page.svelte', ''));
  expect(routes).toContain(GUIDE);
  expect(pagePaths().sort()).toEqual(routes.filter((path) => path !== GUIDE).sort());

  const guide = readFileSync(`${ROUTES}/styleguide/LayoutSamples.svelte`, 'utf8');
  expect(guide).toContain(MARK);
  const built = filesIn(BUILD).filter((path) => path.endsWith('.js'));
  const withGuide = built.filter((path) => readFileSync(`${BUILD}/${path}`, 'utf8').includes(MARK));
  expect(withGuide).toEqual([]);
});
