import { afterEach, describe, expect, it, vi } from 'vitest';
import { textLines } from '#components/charts/saving/text-lines.ts';

const pencil = {
  font: '',
  measureText: () => ({ fontBoundingBoxAscent: 8, fontBoundingBoxDescent: 2 }),
} as unknown as CanvasRenderingContext2D;

/** Sets a text in one line: any character, however many code units it has, is 10 px wide. */
function setText(data: string, placeOf: (character: number) => number): Text {
  const characters = Array.from(new Intl.Segmenter().segment(data), ({ index }) => index);
  const boxOf = (range: Range) => {
    // As browsers do it: a part of a character lies where all of it lies.
    const character = characters.findLastIndex((index) => index <= range.startOffset);
    return new DOMRect(placeOf(character), 0, 10, 10);
  };
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    return [boxOf(this)] as unknown as DOMRectList;
  });
  const element = document.createElement('p');
  element.textContent = data;
  document.body.replaceChildren(element);
  return element.firstChild as Text;
}

const linesOf = (node: Text) => textLines(node, { pencil, plain: (colour) => colour });

afterEach(() => vi.restoreAllMocks());

describe('textLines', () => {
  it('takes digits one by one and what stands between them whole', () => {
    const [line] = linesOf(setText('Mar 12', (i) => 10 * i));
    expect(line!.text).toBe('Mar 12');
    expect(line!.pieces.map(({ text, x, width }) => [text, x, width])).toEqual([
      ['Mar ', 0, 40],
      ['1', 40, 10],
      ['2', 50, 10],
    ]);
  });

  it('never takes a character apart', () => {
    const [line] = linesOf(setText('Cafe\u0301 🎁1', (i) => 10 * i));
    expect(line!.text).toBe('Cafe\u0301 🎁1');
    expect(line!.pieces.map(({ text, x, width }) => [text, x, width])).toEqual([
      ['Cafe\u0301 🎁', 0, 60],
      ['1', 60, 10],
    ]);
  });

  it('stands as high as all of a drawn text, where WebKit says otherwise of its parts', () => {
    const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    drawn.append(setText('1,000', (i) => 10 * i));
    vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
      const isWhole = this.endOffset === 5 && this.startOffset === 0;
      const box = new DOMRect(10 * this.startOffset, isWhole ? 20 : 27, 10, 10);
      return [box] as unknown as DOMRectList;
    });
    expect(linesOf(drawn.firstChild as Text).map(({ text, y }) => [text, y])).toEqual([
      ['1,000', 28],
    ]);
  });

  it('begins at the left end, also of a text that runs from right to left', () => {
    const [line] = linesOf(setText('שלום', (i) => 90 - 10 * i));
    expect(line!.x).toBe(60);
    expect(line!.pieces).toEqual([{ text: 'שלום', isDigit: false, x: 60, width: 40 }]);
  });
});
