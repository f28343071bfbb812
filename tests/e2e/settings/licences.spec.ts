import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { m } from '#messages';
import { BUILD, expect, test } from '../support/fixtures.ts';
import { untilAnswering } from '../support/quiet.ts';

interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const list = read(join(BUILD, 'licences.json')) as readonly Licence[];
const root = join(BUILD, '..');

/** A peer of bits-ui, of which the app uses no part that shows days. */
const NOT_SHIPPED = ['@internationalized/date'];
/** Development packages of which code, files or data end up in the build. */
const ALSO_SHIPPED = [
  'svelte',
  '@sveltejs/kit',
  '@inlang/paraglide-js',
  'assemblyscript',
  'date-holidays',
];

test('everything that ships is listed once, with its version and words', () => {
  const { dependencies } = read(join(root, 'package.json')) as { dependencies: object };
  const { packages } = read(join(root, 'package-lock.json')) as {
    packages: Record<string, { version?: string } | undefined>;
  };
  const names = list.map(({ name }) => name);
  const wanted = Object.keys(dependencies).filter((name) => !NOT_SHIPPED.includes(name));
  for (const name of [...wanted, ...ALSO_SHIPPED]) expect(names).toContain(name);
  for (const data of ['Universal Sentence Encoder lite', 'CC-CEDICT', 'Online Retail II'])
    expect(names).toContain(data);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, version, licence, text } of list) {
    expect(licence, name).toMatch(
      /^(?:0BSD|Apache-2\.0|BSD-[23]-Clause|CC-BY(?:-SA)?-[34]\.0|ISC|MIT|OFL-1\.1|Zlib)$/,
    );
    expect(text.length, name).toBeGreaterThan(200);
    // A package may bring an older version of another for itself.
    const locked = Object.entries(packages)
      .filter(([path]) => path.endsWith(`node_modules/${name}`))
      .map(([, installed]) => installed?.version);
    if (locked.length > 0) expect(locked, name).toContain(version);
  }
});

test('the settings show the licences, each with its words on demand', async ({ page }) => {
  await page.goto('./settings/');
  await untilAnswering(page);
  await page.getByRole('button', { name: m.settings_licences_show() }).click();
  const part = page.getByRole('region', { name: m.settings_licences() });
  await expect(part.getByRole('listitem')).toHaveCount(list.length);
  const figtree = part.getByRole('listitem').filter({ hasText: '@fontsource-variable/figtree' });
  await expect(figtree.getByText('SIL OPEN FONT LICENSE').first()).toBeHidden();
  await figtree.getByText('OFL-1.1').click();
  await expect(figtree.getByText('SIL OPEN FONT LICENSE').first()).toBeVisible();
});
