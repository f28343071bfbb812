import { describe, expect, it } from 'vitest';
import { stripHtml } from '#core/import/platform-files/strip-html.ts';

describe('asPlainText', () => {
  it.each([
    ['<p>Classic blown clay pot for plants</p>', 'Classic blown clay pot for plants'],
    ['<ul><li>Oak</li><li>40&nbsp;cm</li></ul>', 'Oak 40 cm'],
    ['hand<b>made</b> in<br/>Wien', 'handmade in Wien'],
    ['Caf&eacute; &amp; Bar &#8211; 5&#x20AC; &lt;3', 'Café & Bar – 5€ <3'],
    ['&Uuml;ber &uuml;ber', 'Über über'],
    ['&amp;lt;', '&lt;'],
    ['&nosuch; &#0; &#xD800; &#99999999;', '&nosuch; &#99999999;'],
    ['<style>p { color: red }</style><!-- note --><script>x < 1</script>Mug', 'Mug'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['a\n\n  b\tc', 'a b c'],

    ['Soft\\nWarm\\n\\n40 cm', 'Soft Warm 40 cm'],
    ['C:\\names', 'C:\\names'],
    ['', ''],
  ])('reads %j as %j', (html, text) => {
    expect(stripHtml(html)).toBe(text);
  });

  it('cuts after 2,000 characters, of which none is cut in two', () => {
    const text = stripHtml(`${'😀'.repeat(1999)}ab`);
    expect(text).toBe(`${'😀'.repeat(1999)}a`);
    expect(stripHtml('x'.repeat(2000))).toHaveLength(2000);
  });
});
