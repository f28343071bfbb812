// Estimates how far a training is, and how long it still takes, from the phases that are over.

import type { TrainingPhase } from './training-phases.ts';

/**
 * Typical share of each phase in a run's time, relative to the others: the demo shop and the gift shop, timed in the built
 * app on two cores.
 */
const PHASE_SHARES: Readonly<Record<TrainingPhase, number>> = {
  prepare: 0.01,
  fetch: 0.05,
  read: 0.17,
  meaning: 0.11,
  looks: 0.15,
  search: 0.34,
  learn: 0.14,
  check: 0.16,
  'learn-all': 0.06,
  save: 0.01,
};

/** A phase and how much of it is done, 0–1. */
interface PhaseFraction {
  readonly phase: TrainingPhase;
  readonly fraction: number;
}

/** The phases of a run, the one on hand and how much of that is done. */
export interface PhasePlace extends PhaseFraction {
  readonly phases: readonly TrainingPhase[];
}

/** Returns how much of one phase is done, 0–1. */
export function fractionOfPhase(
  { phases, phase, fraction }: PhasePlace,
  of: TrainingPhase,
): number {
  const [at, now] = [phases.indexOf(of), phases.indexOf(phase)];
  if (at === now) return Math.min(1, Math.max(0, fraction));
  return at >= 0 && at < now ? 1 : 0;
}

/** Returns how much of a whole run is done, 0–1. */
export function fractionOfRun(place: PhasePlace): number {
  const all = shareOf(place.phases, () => 1);
  return all > 0 ? shareOf(place.phases, (phase) => fractionOfPhase(place, phase)) / all : 0;
}

function shareOf(
  phases: readonly TrainingPhase[],
  weight: (phase: TrainingPhase) => number,
): number {
  return phases.reduce((total, phase) => total + PHASE_SHARES[phase] * weight(phase), 0);
}

/** Least share of a run from which the rest is guessed: of learning, and of reading, which begins slowly. */
const LEAST_LEARNT = 0.05;
const LEAST_READ = 0.1;
/** Most of a phase that is taken for done while only its time tells. */
const MOST_ASSUMED = 0.9;
/** Share of the run so far over which the estimate of its end follows what is new. */
const STEADINESS = 0.1;

/**
 * Estimates the end of one run from the pace of its phases so far. The download of the language model is left out: it says
 * nothing of this device.
 */
export class RunTime {
  /** Seconds that each phase took, as far as they tell the pace. */
  #spent = new Map<TrainingPhase, number>();
  /** Fraction of the phase on hand that was known from an attempt before, and took no time. */
  #known: PhaseFraction | null = null;
  #lastSeconds: number | null = null;
  #elapsed = 0;
  /** Estimated seconds of the whole run, without the download. */
  #end: number | null = null;

  /**
   * Takes note of the time. Call it often.
   * @param awakeSeconds seconds of the run without sleep
   */
  note(place: PhasePlace, awakeSeconds: number): void {
    const since = awakeSeconds - (this.#lastSeconds ?? awakeSeconds);
    this.#lastSeconds = awakeSeconds;
    if (place.phase === 'fetch') return;
    this.#elapsed += since;
    this.#spent.set(place.phase, (this.#spent.get(place.phase) ?? 0) + since);
    const left = this.#leftAtThisPace(place);
    if (left === null) return;
    const end = this.#elapsed + left;
    const kept = Math.exp(-since / (STEADINESS * this.#elapsed + Number.EPSILON));
    this.#end = this.#end === null ? end : kept * this.#end + (1 - kept) * end;
  }

  /** Forgets the pace so far, because what was done was known from an attempt before. */
  skip({ phase, fraction }: PhaseFraction): void {
    this.#spent.clear();
    this.#known = { phase, fraction };
    this.#end = null;
  }

  /** Seconds that are left, at least one; null until enough is over to tell. */
  get secondsLeft(): number | null {
    return this.#end === null ? null : Math.max(1, this.#end - this.#elapsed);
  }

  #leftAtThisPace(place: PhasePlace): number | null {
    const { phases, phase } = place;
    const pace =
      this.#pace(place, isLearning, LEAST_LEARNT) ?? this.#pace(place, isTimed, LEAST_READ);
    if (pace === null) return null;
    const ahead = phases.slice(phases.indexOf(phase) + 1).filter(isTimed);
    return pace * shareOf(ahead, () => 1) + this.#leftOfPhase(place, pace);
  }

  /** A phase may begin with work that is not counted: until then, its time tells how far it is. */
  #leftOfPhase({ phase, fraction }: PhasePlace, pace: number): number {
    const spent = this.#spent.get(phase) ?? 0;
    // Names are all alike, so their own pace is better.
    if (phase === 'read' && fraction > 0) return (spent * (1 - fraction)) / fraction;
    const whole = pace * PHASE_SHARES[phase];
    const assumed = Math.min(MOST_ASSUMED, spent / whole);
    return whole * (1 - Math.max(fraction, assumed));
  }

  /** Returns seconds for a share of one of the run; null while too little is over. */
  #pace(
    place: PhasePlace,
    counts: (phase: TrainingPhase) => boolean,
    least: number,
  ): number | null {
    const known = this.#known;
    const timed = [...this.#spent].filter(([phase]) => counts(phase));
    const share = timed.reduce((total, [phase]) => {
      const fraction =
        fractionOfPhase(place, phase) - (known?.phase === phase ? known.fraction : 0);
      return total + PHASE_SHARES[phase] * fraction;
    }, 0);
    const seconds = timed.reduce((total, [, took]) => total + took, 0);
    return share >= least && seconds > 0 ? seconds / share : null;
  }
}

const isTimed = (phase: TrainingPhase): boolean => phase !== 'fetch';
/** Reading may take no time, because names are known; its pace then says nothing of what comes after. */
const isLearning = (phase: TrainingPhase): boolean => isTimed(phase) && phase !== 'read';
