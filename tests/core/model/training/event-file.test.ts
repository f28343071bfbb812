import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEventFile } from '#core/model/training/event-file.ts';
import { readEventFile } from '../../../support/read-event-file.ts';

const scalars = fc.array(
  fc.record({
    tag: fc.string({ unit: 'binary' }),
    step: fc.oneof(fc.nat(300), fc.maxSafeNat()),
    value: fc.float(),
  }),
);

describe('an event file', () => {
  it('is read with all its scalars, by a reader that checks its checksums', () => {
    fc.assert(
      fc.property(scalars, fc.nat(2e12), (given, at) => {
        const [version, ...events] = readEventFile(writeEventFile(given, at));
        const wallTime = at / 1000;
        expect(version).toEqual({ wallTime, step: 0, fileVersion: 'brain.Event:2' });
        expect(events).toEqual(given.map((each) => ({ wallTime, ...each })));
      }),
    );
  });

  it('is byte for byte what the descriptions say', () => {
    const file = writeEventFile([{ tag: 'a', step: 300, value: 1 }], 1000);
    const first = 16 + 9 + 2 + 'brain.Event:2'.length;
    expect([...file.subarray(0, 8)]).toEqual([24, 0, 0, 0, 0, 0, 0, 0]);
    expect([...file.subarray(first + 12, -4)]).toEqual([
      ...[0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f], // wall time, 1 s
      ...[0x10, 0xac, 0x02], // step
      ...[0x2a, 10, 0x0a, 8, 0x0a, 1, 0x61, 0x15, 0, 0, 0x80, 0x3f], // summary, value, tag, number
    ]);
  });

  it('with a byte of its data changed is no event file to that reader', () => {
    const file = writeEventFile([{ tag: 'loss', step: 1, value: 0.5 }], 1000);
    for (const at of [9, 20, file.length - 6, file.length - 1]) {
      const changed = file.slice();
      changed[at] = changed[at]! ^ 1;
      expect(() => readEventFile(changed)).toThrow('checksum');
    }
  });
});
