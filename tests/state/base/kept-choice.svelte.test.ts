import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { KeptChoice } from '#state/base/kept-choice.svelte.ts';
import { database } from '#storage/database/database.ts';

interface Look {
  readonly ink: string;
  readonly size: number;
}
const usual: Look = { ink: 'black', size: 10 };

beforeEach(emptyDatabase);

/** One tab. What is stored is that of all tabs, and takes a moment to be read and written. */
function tabs(stored: { look: Look }) {
  const answers: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => answers.push(resolve));
  const make = () =>
    new KeptChoice(usual, {
      load: () => {
        const { look } = stored;
        return wait().then(() => look);
      },
      change: async (to) => {
        stored.look = to(stored.look);
        const { look } = stored;
        await wait();
        return look;
      },
    });
  const settle = async () => {
    for (let round = 0; round < 20; round++) {
      await new Promise((resolve) => setTimeout(resolve));
      answers.shift()?.();
    }
  };
  return { make, settle };
}

it('is the usual one, and opens no database to find nothing', async () => {
  await database.delete({ disableAutoOpen: false });
  const { make } = tabs({ look: { ...usual, size: 12 } });
  const choice = make();
  await choice.load();
  expect(choice.current).toEqual(usual);
  expect(await indexedDB.databases()).toEqual([]);
});

it('has on screen what was chosen last, while what was read before comes in late', async () => {
  const stored = { look: { ...usual, size: 12 } };
  const { make, settle } = tabs(stored);
  const choice = make();
  const all = [
    choice.load(),
    choice.change((look) => ({ ...look, ink: 'blue' })),
    choice.change((look) => ({ ...look, size: 14 })),
  ];
  await settle();
  await Promise.all(all);
  expect([choice.current, stored.look]).toEqual([
    { ink: 'blue', size: 14 },
    { ink: 'blue', size: 14 },
  ]);
});

it('leaves what another tab chose meanwhile, and has it once something is changed', async () => {
  const stored = { look: usual };
  const { make, settle } = tabs(stored);
  const [one, other] = [make(), make()];
  const all = [
    one.change((look) => ({ ...look, ink: 'blue' })),
    other.change((look) => ({ ...look, size: 14 })),
  ];
  await settle();
  await Promise.all(all);
  const again = one.change((look) => ({ ...look, ink: 'red' }));
  await settle();
  await again;
  expect([one.current, stored.look]).toEqual([
    { ink: 'red', size: 14 },
    { ink: 'red', size: 14 },
  ]);
});
