import { expect, it } from 'vitest';
import { cardPage } from '#components/pages/evidence/card/card-page.ts';

it('writes a page that stands alone, whatever stands in the texts', () => {
  const line = `<img src=x onerror="steal('all')"> & more`;
  const page = cardPage({ title: line, sections: [{ title: 'A & B', lines: [line] }] }, 'en');
  expect(page).toContain(
    '<li>&lt;img src=x onerror=&quot;steal(&#39;all&#39;)&quot;&gt; &amp; more</li>',
  );
  expect(page).toContain('<h2>A &amp; B</h2>');
  expect(page).not.toMatch(/<img|<script|https?:/);
});
