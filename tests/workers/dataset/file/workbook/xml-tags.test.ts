import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlTags, xmlText } from '#workers/dataset/file/workbook/xml-tags.ts';

/** Per tag of a name, the first value of an attribute. */
function found(xml: string, name: string, attribute: string): (string | undefined)[] {
  const tags = new XmlTags(new TextEncoder().encode(xml));
  const values: (string | undefined)[] = [];
  while (tags.next()) if (tags.isNamed(name) && !tags.isClosing) values.push(tags.value(attribute));
  return values;
}

describe('the tags of an XML document', () => {
  it.each([
    ['in either quotes', `<c r="A1"/><c r='B1'></c>`],
    ['with a prefix', '<x:c x:r="A1"><x:v>1</x:v></x:c><x:c x:r="B1" />'],
    ['with spaces and line ends', '<c\n s="1"\n r = "A1" ><v/></c ><c\tr="B1"\n/>'],
    ['beside what looks like one', '<c s=">r=\'Z9\'" r="A1"/><c cr="Z9" r="B1"/><cr r="Z9"/>'],
    [
      'behind comments and CDATA',
      '<!-- <c r="Z9"/> --><?x <c?><c r="A1"/><![CDATA[<c r=">"]]><c r="B1"/>',
    ],
  ])('have their values: %s', (_, xml) => {
    expect(found(xml, 'c', 'r')).toEqual(['A1', 'B1']);
  });

  it('end where the document breaks off', () => {
    for (const xml of ['', '<', '<c r="A1', '<!-- <c/>', '<c r="A1"', '<c r=', '<c r', '</'])
      expect(found(xml, 'c', 'r')).toEqual([]);
  });

  it('are found whatever their values are', () => {
    const value = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), (given) => {
        const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        const xml = given.map(([a, b]) => `<c a="${escaped(a)}" r="${escaped(b)}"/>`).join('');
        expect(found(xml, 'c', 'r').map((text) => xmlText(text!))).toEqual(given.map(([, b]) => b));
      }),
    );
  });

  it('and what stands between them are the same however they come in', () => {
    const xml =
      '<a r="1">R&amp;D <!-- <c/> --><b/><![CDATA[<1>&amp;]]>&lt;</a><?x <y?><c r="ä">ü</c >'.repeat(
        3,
      );
    const all = (parts: readonly Uint8Array[]) => {
      const tags = new XmlTags();
      const seen: unknown[] = [];
      for (const part of parts) {
        tags.push(part);
        while (tags.next())
          seen.push([tags.value('r'), tags.text, tags.isClosing, tags.isSelfClosing]);
      }
      return seen;
    };
    const bytes = new TextEncoder().encode(xml);
    const whole = all([bytes]);
    expect(whole.slice(0, 3)).toEqual([
      ['1', '', false, false],
      ['', 'R&D ', false, true],
      ['', '<1>&amp;<', true, false],
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const parts = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
        expect(all(parts)).toEqual(whole);
      }),
    );
  });

  it('end within four megabytes', () => {
    const tags = new XmlTags();
    const part = new Uint8Array(1024 ** 2).fill(0x20);
    tags.push(new TextEncoder().encode('<c'));
    expect(() => {
      for (let i = 0; i < 6; i++) tags.push(part);
    }).toThrow(/expected a tag/);
  });
});

it('reads a value as it is meant', () => {
  expect(xmlText('R&amp;D &lt;&#19978;&#x65B0;&gt; &apos;&quot; &nbsp; &#x110000;')).toBe(
    'R&D <上新> \'" &nbsp; &#x110000;',
  );
});
