import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import OwnTopics from '#components/pages/data/reviews/OwnTopics.svelte';
import WordsOfAspect from '#components/pages/data/reviews/WordsOfAspect.svelte';
import { NO_EDITS, type AspectEdits } from '#core/evaluation/reviews/aspect-edits.ts';
import type { AspectWords } from '#core/model/aspects/aspect.ts';

const words: AspectWords = {
  ...{ aspect: 'looks', seeds: ['colour', '颜色'], added: [], removed: [] },
  grown: [{ word: 'glaze', count: 26, lift: 4 }],
};
const recount = { isUpToDate: true, reading: null };

let part: object | undefined;
afterEach(clear);

function clear() {
  if (part) void unmount(part);
  part = undefined;
}

/** Shows a part whose edits are stored, unless `isStored` says otherwise. */
function shown(topics = false) {
  const state = { edits: NO_EDITS, isStored: true };
  const onedit = (change: (edits: AspectEdits) => AspectEdits) => {
    if (state.isStored) state.edits = change(state.edits);
    return Promise.resolve(state.isStored);
  };
  const draw = () => {
    clear();
    const props = { edits: state.edits, recount, onedit };
    const target = document.body;
    part = topics
      ? mount(OwnTopics, { target, props: { ...props, topics: [{ word: 'whistle', count: 12 }] } })
      : mount(WordsOfAspect, { target, props: { ...props, words } });
    flushSync();
  };
  draw();
  const press = (name: string) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((each) => each.getAttribute('aria-label') === name)!.click();
    draw();
  };
  return { state, press };
}

const items = (label: string) =>
  [...document.querySelectorAll(`[aria-label="${label}"] li > span`)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' '),
  );
const OWN = 'Added by you';
const PROPOSED = 'Proposed from your own texts: they count once you add them';

it('proposes words of the shop’s texts, takes them up, away and back again', () => {
  const { state, press } = shown();
  expect(document.querySelector('h2')?.textContent).toBe('Words of colour and picture');
  expect(document.querySelector('details details summary')?.textContent).toBe(
    'and 2 built-in words',
  );
  expect(items(OWN)).toEqual([]);
  expect(items(PROPOSED)).toEqual(['glaze 26 mentions']);
  press('Add “glaze”');
  expect(state.edits.words).toEqual([{ aspect: 'looks', added: ['glaze'], removed: [] }]);
  expect(items(OWN)).toEqual(['glaze']);
  expect(items(PROPOSED)).toEqual([]);
  press('Remove “glaze”');
  expect(items(OWN)).toEqual([]);
  expect(items('Removed')).toEqual(['glaze']);
  press('Put back “glaze”');
  expect(items(OWN)).toEqual(['glaze']);
});

it('adds a word, and keeps what was typed where it is no new word or was not stored', async () => {
  const { state } = shown();
  const type = async (text: string) => {
    const input = document.querySelector('input')!;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    document.querySelector('form')!.requestSubmit();
    await tick();
    await tick();
    flushSync();
    return [input.value, document.querySelector('.wrong')?.textContent ?? ''];
  };
  expect(await type('!')).toEqual(['!', 'Enter a word with letters or numbers.']);
  expect(await type('Colours')).toEqual(['Colours', '“Colours” is counted already.']);
  state.isStored = false;
  expect(await type('hue')).toEqual(['hue', '']);
  expect(state.edits).toEqual(NO_EDITS);
  state.isStored = true;
  expect(await type('hue')).toEqual(['', '']);
  expect(state.edits.words).toEqual([{ aspect: 'looks', added: ['hue'], removed: [] }]);
});

it('counts a topic of the shop as an aspect, and stops', () => {
  const { state, press } = shown(true);
  expect(items('Topics of your own')).toEqual(['whistle 12 mentions']);
  press('Count as an aspect: “whistle”');
  expect(state.edits.topics).toEqual(['whistle']);
  expect(items('Topics of your own')).toEqual([]);
  press('Stop counting “whistle”');
  expect(state.edits).toEqual(NO_EDITS);
  expect(items('Topics of your own')).toEqual(['whistle 12 mentions']);
});
