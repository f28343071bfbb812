import { describe, expect, it } from 'vitest';
import type { LessonRecord } from '#core/lesson/lesson.ts';
import { readResults, withResults } from '#core/lesson/results/read-results.ts';
import { encodeResult, groupedCode } from '#core/lesson/results/result-code.ts';

const record = (id: number): LessonRecord => ({ id, before: {}, after: { row: 1 }, marks: {} });
const [one, two, three] = [record(1), record(2), record(3)];
const [a, b, c] = [one, two, three].map(encodeResult);

describe('results in a text', () => {
  it.each([
    ['lines', `${a}\n${b}\r\n${c}\n`],
    ['commas', `${a},${b}, ${c}`],
    ['Chinese marks', `${a}、${b}；${c}。`],
    ['groups', [a, b, c].map((code) => groupedCode(code!)).join(' - ')],
    ['addresses', `https://shop.example/debut/workshop/results/#${a} (${b}) "${c}"`],
    ['a byte order mark', `\uFEFF${a}\t${b}\t${c}`],
  ])('are found between %s', (_, text) => {
    expect(readResults(text)).toEqual({ records: [one, two, three], refused: [] });
  });

  it('that cannot be read are named with the reason', () => {
    expect(readResults(`${a} hello, ${b?.slice(2)}`)).toEqual({
      records: [one],
      refused: [
        { text: 'hello', refusal: 'length' },
        { text: b?.slice(2), refusal: 'length' },
      ],
    });
  });

  it('are none where there is none', () => {
    expect(readResults(' — , \n')).toEqual({ records: [], refused: [] });
    expect(readResults('https://shop.example/debut/')).toEqual({ records: [], refused: [] });
  });
});

describe('the results of a room', () => {
  it('hold one of each device: the later one, in the first one’s place', () => {
    const later = { ...one, marks: { net: 1 } };
    expect(withResults([one, two], [three, later])).toEqual([later, two, three]);
  });
});
