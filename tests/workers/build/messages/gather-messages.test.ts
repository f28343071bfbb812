import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { m } from '#messages';
import { gatherMessages } from '#workers/build/messages/gather-messages.js';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const COMPILED = new URL('../../../../.svelte-kit/messages/messages/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, COMPILED), 'utf8');

describe('the gathered texts', () => {
  const keys = readdirSync(COMPILED)
    .filter((name) => name.endsWith('.js') && !name.startsWith('_'))
    .map((name) => name.replace('.js', ''));

  it('are all there, once for Node and once for type checkers', () => {
    expect(keys.length).toBeGreaterThan(2_000);
    expect(Object.keys(m).sort()).toEqual(keys.sort());
    const declared = read('_index.d.ts').match(/^export declare const \w+/gm)!;
    expect(declared.map((line) => line.split(' ').at(-1)!).sort()).toEqual(keys);
  });

  it('say what each says by itself', async () => {
    for (const key of keys.filter((_, i) => i % 200 === 0)) {
      const alone = (await import(new URL(`${key}.js`, COMPILED).href)) as typeof m;
      const name = key as 'overlays_keep';
      expect(m[name]({}, { locale: 'zh' })).toBe(alone[name]({}, { locale: 'zh' }));
    }
  });

  it('are refused where the compiler writes other modules than it did', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'messages'));
    writeFileSync(join(folder, 'messages/plan_new.js'), 'export const plan_new = () => "New"');
    expect(() => gatherMessages(folder, ['plan_new'])).toThrow('expected the types of plan_new');
  });
});
