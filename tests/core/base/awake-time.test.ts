import { expect, it } from 'vitest';
import { AwakeTime } from '#core/base/awake-time.ts';

/** A machine whose clock is moved by hand. */
function machine() {
  let ms = 0;
  const time = new AwakeTime(() => ms);
  const work = (pieces: number, msEach: number) => {
    for (let i = 0; i < pieces; i++) {
      ms += msEach;
      time.tick();
    }
  };
  return { time, work, sleep: (seconds: number) => (ms += 1_000 * seconds) };
}

it('counts work', () => {
  const { time, work } = machine();
  work(20, 500);
  expect(time.awakeMs).toBe(10_000);
});

it('forgets a night of sleep', () => {
  const { time, work, sleep } = machine();
  work(20, 500);
  sleep(8 * 3_600);
  work(5, 500);
  expect(time.awakeMs).toBe(12_000);
});

it('counts a long piece where pieces are long', () => {
  const { time, work } = machine();
  work(3, 4_000);
  work(1, 30_000);
  expect(time.awakeMs).toBe(42_000);
});
