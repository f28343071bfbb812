import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LessonRecord } from '#core/lesson/lesson.ts';
import {
  CODE_LENGTH,
  decodeResult,
  encodeResult,
  groupedCode,
  resultLabel,
} from '#core/lesson/results/result-code.ts';

const DIGITS = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

const answer = fc.integer({ min: 0, max: 2 });
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const optional = { requiredKeys: [] };
const answers = fc.record(
  {
    ...{ row: answer, line: answer, unseen: answer, net: answer },
    ...{ overfit: answer, words: answer, decision: answer, truth: answer },
  },
  optional,
);
const records: fc.Arbitrary<LessonRecord> = fc.record({
  id: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
  before: answers,
  after: answers,
  marks: fc.record({ line: share, net: share, decision: share }, optional),
});

const SOME: LessonRecord = {
  id: 0xabcde,
  before: { row: 0, truth: 2 },
  after: { row: 1, line: 0, net: 1 },
  marks: { line: 0.93, decision: 0 },
};

describe('the code of a result', () => {
  it('gives the same record back', () => {
    fc.assert(
      fc.property(records, (record) => {
        const code = encodeResult(record);
        expect(code).toHaveLength(CODE_LENGTH);
        expect(decodeResult(code)).toEqual({ record: { ...record } });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps whole percentages of marks', () => {
    const decoded = decodeResult(encodeResult({ ...SOME, marks: { net: 0.126 } }));
    expect(decoded).toMatchObject({ record: { marks: { net: 0.13 } } });
  });

  it('shows every wrong character, and every two that changed places', () => {
    fc.assert(
      fc.property(records, (record) => {
        const code = encodeResult(record);
        for (let at = 0; at < code.length; at++) {
          for (const digit of DIGITS) {
            if (digit === code[at]) continue;
            const wrong = code.slice(0, at) + digit + code.slice(at + 1);
            expect(decodeResult(wrong)).toHaveProperty('refusal');
          }
          const [one, two] = [code[at], code[at + 1]];
          if (two === undefined || one === two) continue;
          const turned = `${code.slice(0, at)}${two}${one}${code.slice(at + 2)}`;
          expect(decodeResult(turned)).toHaveProperty('refusal');
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is read as people write it: in groups, in small letters, with O and I for 0 and 1', () => {
    const code = encodeResult(SOME);
    const written = groupedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i');
    expect(groupedCode(code)).toMatch(/^\w{4}-\w{6}-\w{6}-\w{6}$/);
    expect(decodeResult(written)).toEqual({ record: SOME });
  });

  it('says what is wrong with it', () => {
    const code = encodeResult(SOME);
    expect(decodeResult(code.slice(1))).toEqual({ refusal: 'length' });
    expect(decodeResult('')).toEqual({ refusal: 'length' });
    expect(decodeResult(`${code.slice(0, -1)}u`)).toEqual({ refusal: 'character' });
    const last = code.endsWith('7') ? '8' : '7';
    expect(decodeResult(code.slice(0, -1) + last)).toEqual({ refusal: 'checksum' });
  });

  it('is not sought in a long word, which would take a time that grows with its square', () => {
    const long = encodeResult(SOME).repeat(50_000);
    const before = performance.now();
    expect(decodeResult(long)).toEqual({ refusal: 'length' });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('of a newer version is told from a mistyped one, whatever its length', () => {
    // Made from the description at the head of the file: version 2, 3 bits of it, and the CRC-32 of the byte 0x10.
    const crc = 0xcfb5ffe9n;
    let value = (0b00010_000n << 32n) | crc;
    const code = Array.from({ length: 8 }, () => {
      const digit = DIGITS[Number(value & 31n)]!;
      value >>= 5n;
      return digit;
    });
    expect(decodeResult(code.reverse().join(''))).toEqual({ refusal: 'version' });
  });

  it('holds the label of its row', () => {
    expect(resultLabel(SOME)).toBe(encodeResult(SOME).slice(1, 5));
    expect(resultLabel({ id: 0 })).toBe('0000');
  });
});
