import { describe, expect, it } from 'vitest';
import { titleThemes } from '#core/import/derivation/title-themes.ts';

describe('titleThemes', () => {
  it('is the last word that enough titles share, in the singular', () => {
    const titles = [
      'Red Mug',
      'BLUE MUG',
      'Mugs, set of 3',
      'Jute bag',
      'Two mugs',
      'Tall mug 12',
      'mug',
    ];
    // "set of 3" ends in "set"; "of" is too short to be a thing.
    expect(titleThemes(titles)).toEqual(['mug', 'mug', '', '', 'mug', 'mug', 'mug']);
  });

  it('joins boxes and box, and leaves glass as it is', () => {
    const boxes = ['Lunch box', 'Tin boxes', 'Box', 'Small boxes', 'Big box'];
    const glasses = ['Red glass', 'Glasses', 'Wine glass', 'Tall glass', 'Glass'];
    expect(new Set(titleThemes(boxes))).toEqual(new Set(['box']));
    expect(new Set(titleThemes(glasses))).toEqual(new Set(['glass']));
  });

  it('has none where titles are empty or write no spaces', () => {
    expect(titleThemes(['', '', '', '', '', ''])).toEqual(['', '', '', '', '', '']);
    expect(new Set(titleThemes(new Array<string>(6).fill('红色马克杯')))).toEqual(new Set(['']));
  });
});
