import { beforeEach, describe, expect, it } from 'vitest';
import { TextSizeChoice } from '#state/app/text-size.svelte.ts';

const { dataset } = document.documentElement;

beforeEach(() => {
  localStorage.clear();
  delete dataset.textSize;
});

describe('the size of texts', () => {
  it('is kept for the script that comes before the first drawing, and told to the document at once', () => {
    new TextSizeChoice().choose('large');
    expect(localStorage.getItem('debut-text-size')).toBe('large');
    expect(dataset.textSize).toBe('large');
    expect(new TextSizeChoice().size).toBe('large');
  });

  it('leaves nothing behind when it is as usual again', () => {
    const choice = new TextSizeChoice();
    choice.choose('large');
    choice.choose('usual');
    expect(localStorage.length).toBe(0);
    expect(dataset.textSize).toBeUndefined();
    expect(new TextSizeChoice().size).toBe('usual');
  });
});
