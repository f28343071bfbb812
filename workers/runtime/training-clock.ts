import type { BackendChoice, EpochLoss, HeadLoss } from '#core/model/training/training-report.ts';
import { LEARNING_PHASES, type TrainingPhase } from '#core/model/training/training-phases.ts';
import { RunTime, type PhasePlace } from '#core/model/training/run-time.ts';
import type { StopPoint } from '#core/model/training/stop-point.ts';
import type { TrainingProgress, TriedEpoch } from '#core/model/training/training-progress.ts';
import type { TrainingFinding } from '#core/model/training/training-finding.ts';
import { AwakeTime } from '#core/base/awake-time.ts';
import type { EpochReport } from '#core/model/training/net-task.ts';
import type { Job } from '#protocol/job.ts';
import type { PartStops } from '#protocol/part-stops.ts';

const REPORT_EVERY_MS = 100;

interface ClockOptions {
  readonly job: Job<TrainingProgress>;
  readonly backend: BackendChoice;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  /** Lets messages through, so that a stop request is received. */
  readonly pause: () => Promise<void>;
  readonly memoryBytes: () => number;
}

/** What the clock uses of an epoch. */
type Epoch = Pick<EpochReport, 'epoch' | 'steps' | 'quality'>;

interface EpochOf {
  /** Phase of this work; a phase may begin before the previous one is over. */
  readonly phase: TrainingPhase;
  /** Number of training rows. */
  readonly rowCount: number;
  /** Whether it was learnt before the run was interrupted. */
  readonly isKnown: boolean;
}

/** Work to come in each phase that trains networks, in row passes: epochs times rows. */
type PassesByPhase = Readonly<Partial<Record<TrainingPhase, number>>>;

interface Counted {
  readonly done: number;
  readonly total: number;
  /** Share of the phase's time, 0–1. */
  readonly fraction: number;
}

/** Keeps the time and the curve of one training run, and reports both to the page. */
export class TrainingClock {
  readonly #options: ClockOptions;
  readonly #startedMs: number;
  readonly #end = new AbortController();
  readonly #stop: AbortSignal;
  #phase: TrainingPhase = 'prepare';
  #phases = LEARNING_PHASES;
  /** Progress of a phase that trains no networks. */
  #counted: Counted | null = null;
  #curve: EpochLoss[] = [];
  #nothing: readonly HeadLoss[] | null = null;
  #findings: readonly TrainingFinding[] = [];
  #tried: TriedEpoch | null = null;
  #steps = 0;
  #passes: PassesByPhase = {};
  readonly #passesOfPhase = new Map<TrainingPhase, number>();
  /** Row passes of all phases. */
  #passesDone = 0;
  #epochsTotal = 0;
  readonly #awake: AwakeTime;
  readonly #runTime = new RunTime();
  /** When the last epoch ended, in milliseconds awake, and its number within its fit. */
  #lastEpoch = { awakeMs: 0, epoch: 0 };
  #stepsPerSecond: number | null = null;
  #lastReportMs = -Infinity;
  #stopPoint: StopPoint | null = null;
  #stopped: StopPoint[] = [];

  constructor(options: ClockOptions) {
    this.#options = options;
    this.#startedMs = options.now();
    this.#stop = AbortSignal.any([options.job.signal, this.#end.signal]);
    this.#awake = new AwakeTime(options.now);
  }

  /** Stops all parts of the run: one of them failed, with this error, or it is over. */
  readonly end = (error?: unknown): void => this.#end.abort(error);

  /** Aborted when the seller stops the run, or when it ends. */
  get stop(): AbortSignal {
    return this.#stop;
  }

  /** The seller's requests to stop parts of the run and to keep the best that they have. */
  get stops(): PartStops {
    return this.#options.job.stops;
  }

  /** Tells what stopping now would keep; null where nothing can be left out. */
  offerStop(point: StopPoint | null): void {
    const isNew = this.#stopPoint?.part !== point?.part;
    this.#stopPoint = point;
    if (isNew) this.#report();
    else this.#reportPaced();
  }

  /**
   * Notes that the seller stopped a part.
   * @param phase the phase whose remaining passes are left out
   */
  noteStop(point: StopPoint, phase: TrainingPhase): void {
    this.#stopped = [...this.#stopped, point];
    this.#passes = { ...this.#passes, [phase]: this.#passesOfPhase.get(phase) ?? 0 };
    this.#report();
  }

  /** Announces the work to come. @param epochCount epochs of the two fits that the curve shows, together */
  start(passes: PassesByPhase, epochCount: number): void {
    this.#passes = passes;
    this.#epochsTotal = epochCount;
  }

  /** Corrects the work that is left. */
  change(passes: PassesByPhase, epochCount: number): void {
    this.#passes = { ...this.#passes, ...passes };
    this.#epochsTotal = epochCount;
  }

  /**
   * Announces phases before learning: the language model is downloaded, names are read, or both. Only the first call
   * counts, because names may be read in two parts.
   */
  expect(phases: readonly TrainingPhase[]): void {
    if (this.#phases !== LEARNING_PHASES) return;
    const [prepare, ...rest] = LEARNING_PHASES;
    this.#phases = [prepare!, ...phases, ...rest];
  }

  enter(phase: TrainingPhase): void {
    this.#begin(phase);
    this.#report();
  }

  /** Tells what the run has found out. */
  find(finding: TrainingFinding): void {
    this.#findings = [...this.#findings, finding];
    this.#report();
  }

  /** Tells what a network loses that knows nothing, to compare the epochs of the curve with. */
  compareWith(nothing: readonly HeadLoss[] | null): void {
    this.#nothing = nothing && habitsTogether(nothing);
  }

  async breathe(): Promise<void> {
    await this.#options.pause();
    this.#awake.tick();
    this.stop.throwIfAborted();
  }

  /** Reports progress of a phase that trains no networks, in its own unit. The first call enters the phase. */
  count(phase: TrainingPhase, done: number, total: number, fraction: number = done / total): void {
    const isNew = this.#phase !== phase;
    if (isNew) this.#begin(phase);
    this.#counted = { done, total, fraction };
    if (isNew) this.#report();
    else this.#reportPaced();
  }

  /** Share of the networks' training that is done, 0–1. */
  get fraction(): number {
    const all = this.#allPasses();
    return all > 0 ? Math.min(1, this.#passesDone / all) : 0;
  }

  /** Number of epochs that the curve shows. */
  get epochsDone(): number {
    return this.#curve.length;
  }

  /** Adds one epoch of a fit that the curve shows. */
  epoch(report: EpochReport, of: EpochOf): void {
    const { training, validation, learningRate, quality } = report;
    const byHead = report.byHead && habitsTogether(report.byHead);
    const epoch = this.#curve.length + 1;
    const point = { epoch, training, validation, learningRate, byHead, quality };
    this.#curve = [...this.#curve, point];
    this.#measure(report, of);
    this.triedEpoch(report, of);
  }

  /** Adds one epoch of a fit that only compares settings or runs a backtest. */
  triedEpoch({ epoch, steps, quality }: Epoch, { phase, rowCount, isKnown }: EpochOf): void {
    const wape = quality?.wape ?? null;
    if (phase === 'search' && wape !== null) this.#tried = { epoch, wape };
    this.#passesOfPhase.set(phase, (this.#passesOfPhase.get(phase) ?? 0) + rowCount);
    this.#passesDone += rowCount;
    if (isKnown) {
      this.#runTime.skip(this.#place());
      return; // more of them come at once, and then a new one
    }
    this.#steps += steps;
    this.#reportPaced();
  }

  summary() {
    const seconds = (this.#options.now() - this.#startedMs) / 1000;
    return {
      trainedAt: this.#options.date(),
      curve: this.#curve,
      seconds,
      stepsPerSecond: seconds > 0 ? this.#steps / seconds : 0,
      ...(this.#stopped.length > 0 && { stopped: this.#stopped }),
    };
  }

  #begin(phase: TrainingPhase): void {
    this.#phase = phase;
    this.#counted = null;
  }

  #reportPaced(): void {
    if (this.#options.now() - this.#lastReportMs >= REPORT_EVERY_MS) this.#report();
  }

  #report(): void {
    this.#lastReportMs = this.#options.now();
    this.#options.job.report({
      phase: this.#phase,
      phases: this.#phases,
      done: this.#counted?.done ?? this.#passesOfPhase.get(this.#phase) ?? 0,
      total: this.#counted?.total ?? this.#passes[this.#phase] ?? null,
      backend: this.#options.backend,
      epoch: this.#curve.length,
      epochCount: this.#epochsTotal,
      curve: this.#curve,
      tried: this.#phase === 'search' ? this.#tried : null,
      nothing: this.#nothing,
      findings: this.#findings,
      stepsPerSecond: this.#stepsPerSecond,
      memoryBytes: this.#options.memoryBytes(),
      secondsLeft: this.#secondsLeft(),
      stopPoint: this.#openStopPoint(),
      stopped: this.#stopped,
    });
  }

  /** Returns what stopping now would keep; null where that part was stopped already. */
  #openStopPoint(): StopPoint | null {
    const point = this.#stopPoint;
    return point && !this.stops.signal(point.part).aborted ? point : null;
  }

  /** Measures the pace. The first epoch of a fit includes what came before it, so only the others count. */
  #measure({ epoch, steps }: Epoch, { isKnown }: EpochOf): void {
    const last = this.#lastEpoch;
    const { awakeMs } = this.#awake;
    this.#lastEpoch = { awakeMs, epoch: isKnown ? NaN : epoch };
    if (epoch !== last.epoch + 1) return;
    const took = awakeMs - last.awakeMs;
    this.#stepsPerSecond = took > 0 ? (1000 * steps) / took : null;
  }

  #allPasses(): number {
    return Object.values(this.#passes).reduce((sum, passes) => sum + passes, 0);
  }

  /** How much of the phase on hand is done; 0 while nothing of it is counted. */
  #place(): PhasePlace {
    const [phases, phase] = [this.#phases, this.#phase];
    if (this.#counted) return { phases, phase, fraction: this.#counted.fraction };
    const all = this.#passes[phase] ?? 0;
    return { phases, phase, fraction: all > 0 ? (this.#passesOfPhase.get(phase) ?? 0) / all : 0 };
  }

  #secondsLeft(): number | null {
    this.#runTime.note(this.#place(), this.#awake.awakeMs / 1000);
    return this.#phase === 'fetch' ? null : this.#runTime.secondsLeft;
  }
}

/**
 * Sums the losses of habits by kind. A shop's habits have a head for each channel and promotion, too many to report ten
 * times a second.
 */
function habitsTogether(heads: readonly HeadLoss[]): HeadLoss[] {
  const losses = new Map<string, number>();
  for (const { name, loss } of heads) {
    const [kind] = name.split(':') as [string];
    losses.set(kind, (losses.get(kind) ?? 0) + loss);
  }
  return [...losses].map(([name, loss]) => ({ name, loss }));
}
