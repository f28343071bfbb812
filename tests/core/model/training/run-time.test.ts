import { describe, expect, it } from 'vitest';
import { fractionOfPhase, fractionOfRun, RunTime } from '#core/model/training/run-time.ts';
import { LEARNING_PHASES, type TrainingPhase } from '#core/model/training/training-phases.ts';

const PHASES: readonly TrainingPhase[] = ['prepare', 'fetch', 'read', 'meaning'].concat(
  LEARNING_PHASES.slice(1),
) as TrainingPhase[];

/** Runs through phases that take so many seconds each, and returns what was told at each second of each. */
function run(
  seconds: Readonly<Partial<Record<TrainingPhase, number>>>,
  {
    time = new RunTime(),
    isCounted = (phase: TrainingPhase): boolean => PHASES.includes(phase),
  } = {},
) {
  const told: {
    readonly phase: TrainingPhase;
    readonly left: number | null;
    readonly at: number;
  }[] = [];
  let now = 0;
  const step = 0.1;
  for (const phase of PHASES) {
    const steps = Math.round((seconds[phase] ?? 0) / step);
    for (let i = 0; i < steps; i++) {
      now += step;
      const fraction = isCounted(phase) ? (i + 1) / steps : 0;
      time.note({ phases: PHASES, phase, fraction }, now);
      told.push({ phase, left: time.secondsLeft, at: now });
    }
  }
  return told.map(({ phase, left, at }) => ({ phase, left, really: now - at }));
}

const TYPICAL = {
  ...{ prepare: 1, read: 17, meaning: 11, search: 34, learn: 14, check: 16 },
  ...{ 'learn-all': 6, save: 1 },
} as const;

describe('how far a run is', () => {
  it('grows from 0 to 1 over its phases', () => {
    const at = (phase: TrainingPhase, fraction: number) =>
      fractionOfRun({ phases: PHASES, phase, fraction });
    expect(at('prepare', 0)).toBe(0);
    expect(at('save', 1)).toBeCloseTo(1, 12);
    const all = PHASES.flatMap((phase) => [at(phase, 0), at(phase, 0.5)]);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
  });

  it('counts phases before the one on hand as done, and those after as open', () => {
    const place = { phases: PHASES, phase: 'search', fraction: 0.25 } as const;
    expect(fractionOfPhase(place, 'read')).toBe(1);
    expect(fractionOfPhase(place, 'search')).toBe(0.25);
    expect(fractionOfPhase(place, 'learn')).toBe(0);
    expect(fractionOfPhase({ ...place, phases: LEARNING_PHASES }, 'read')).toBe(0);
  });
});

describe('the time left', () => {
  it('is right from the first tenth on where phases take their usual shares', () => {
    const told = run(TYPICAL).slice(100);
    for (const { left, really } of told) expect(Math.abs(left! - really)).toBeLessThan(5);
  });

  it('does not depend on how fast the device is', () => {
    const slow = Object.fromEntries(Object.entries(TYPICAL).map(([p, s]) => [p, 8 * s]));
    const told = run(slow).slice(800);
    for (const { left, really } of told) expect(Math.abs(left! - really)).toBeLessThan(40);
  });

  it('leaves the download out', () => {
    const told = run({ ...TYPICAL, fetch: 300 }).filter(({ phase }) => phase !== 'fetch');
    for (const { left, really } of told.slice(100))
      expect(Math.abs(left! - really)).toBeLessThan(5);
  });

  it('does not take names that are known already for a fast device', () => {
    const told = run({ ...TYPICAL, read: 0.2 }).filter(({ phase }) => phase === 'search');
    for (const { left, really } of told.slice(20)) {
      expect(left!).toBeGreaterThan(0.7 * really);
      expect(left!).toBeLessThan(1.4 * really);
    }
  });

  it('goes on falling in a phase that counts nothing', () => {
    const told = run(TYPICAL, { isCounted: (phase) => phase !== 'check' });
    const checked = told.filter(({ phase }) => phase === 'check').map(({ left }) => left!);
    expect(checked.at(-1)!).toBeLessThan(checked[0]! - 10);
  });

  it('forgets the pace of what was known from an attempt before', () => {
    const time = new RunTime();
    const place = (fraction: number) => ({ phases: PHASES, phase: 'search', fraction }) as const;
    time.note(place(0), 0);
    time.note(place(0.5), 0.1);
    time.skip(place(0.5));
    expect(time.secondsLeft).toBeNull();
    for (let i = 1; i <= 100; i++) time.note(place(0.5 + 0.005 * i), 0.1 + 0.17 * i);
    // Half of the search takes 17 s, so a share of one takes 100 s; 37 % are left.
    expect(time.secondsLeft).toBeGreaterThan(30);
    expect(time.secondsLeft).toBeLessThan(45);
  });
});
